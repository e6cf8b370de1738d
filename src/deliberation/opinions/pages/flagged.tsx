import { InsetText, Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { flaggedOf } from '../../defence/model.ts'
import { FindingSays, JudgmentSays } from '../../defence/pages/finding-says.tsx'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { Opinions } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'
import { StatementText } from './statement-table.tsx'

/** Says above the map whether it is with or without the people who are flagged, and leads to the other. */
export function FlaggedNotice({ findings, withoutThem, deliberation, process }: OpinionsProps) {
  const t = useWords(words)
  const here = `${deliberationAddress(process.slug, deliberation.number)}/opinions`
  const people = flaggedOf(findings).size
  return (
    <InsetText>
      <p>
        {t('flaggedNotice', { people })} <a href="#flagged">{t('flaggedWhy')}</a>
      </p>
      <p>
        <strong>{t(withoutThem ? 'shownWithout' : 'shownWith')}</strong>{' '}
        <a href={withoutThem ? here : `${here}?flagged=without`}>
          {t(withoutThem ? 'showWith' : 'showWithout')}
        </a>
      </p>
    </InsetText>
  )
}

/** What is flagged and why, and what the results are with and without it. */
export function FlaggedSection(
  props: OpinionsProps & { everybody: Opinions; without: Opinions | undefined },
) {
  const t = useWords(words)
  const { findings, deliberation, everybody, without } = props
  return (
    <section aria-labelledby="flagged">
      <h2 id="flagged">{t('flaggedTitle')}</h2>
      <p>{t('flaggedText')}</p>
      <ul>
        {findings
          .filter(({ flagged, judgment }) => flagged || judgment)
          .map((finding) => (
            <li key={finding.key}>
              <FindingSays finding={finding} all={findings} zone={deliberation.zone} />{' '}
              <JudgmentSays judgment={finding.judgment} zone={deliberation.zone} />
            </li>
          ))}
      </ul>
      {without && <Compared {...props} everybody={everybody} without={without} />}
    </section>
  )
}

function Compared({
  everybody,
  without,
  ...props
}: OpinionsProps & Record<'everybody' | 'without', Opinions>) {
  const t = useWords(words)
  const count = (
    key: 'people' | 'votesCast' | 'groupsFound' | 'agreedTitle',
    of: (one: Opinions) => number,
  ) => [{ text: t(key) }, { text: of(everybody), numeric: true }, { text: of(without), numeric: true }]
  return (
    <>
      <Table
        cards
        rowHeaders
        caption={t('comparedTitle')}
        captionClass="govuk-table__caption--m"
        head={[
          { text: t('counted') },
          { text: t('withThem'), numeric: true },
          { text: t('withoutThem'), numeric: true },
        ]}
        rows={[
          count('people', ({ voters }) => voters),
          count('votesCast', ({ votes }) => votes),
          count('groupsFound', ({ groups }) => groups.length),
          count('agreedTitle', ({ agreed }) => agreed.agree.length),
        ]}
      />
      <Only {...props} title={t('onlyWith')} numbers={less(everybody.agreed.agree, without.agreed.agree)} />
      <Only
        {...props}
        title={t('onlyWithout')}
        numbers={less(without.agreed.agree, everybody.agreed.agree)}
      />
    </>
  )
}

const less = (some: readonly number[], others: readonly number[]) =>
  some.filter((one) => !others.includes(one))

function Only({ title, numbers, ...props }: OpinionsProps & { title: string; numbers: readonly number[] }) {
  const shown = numbers.filter((number) => props.texts.has(number))
  if (shown.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {shown.map((number) => (
          <li key={number}>
            <StatementText {...props} number={number} />
          </li>
        ))}
      </ul>
    </>
  )
}
