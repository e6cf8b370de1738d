import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { letterOf, type OpinionVersion, shareOf, type Voted } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'

interface Props extends OpinionsProps {
  map: OpinionVersion
  /** What the table shows: the heading above it. */
  title: string
  /** The statements that are told of, by their numbers. */
  numbers: readonly number[]
}

/** Statements with how everybody and each group voted on them. */
export function StatementTable({ numbers, map, title, ...props }: Props) {
  const t = useWords(words)
  if (numbers.length === 0) return <p class="parley-muted">{t('agreedNone')}</p>
  const groups = map.groups.length > 1 ? map.groups : []
  const all = new Map(map.all.map((voted) => [voted.statement, voted]))
  const place = new Map(map.all.map(({ statement }, at) => [statement, at]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it.
    <section class="parley-scroll" tabIndex={0} aria-label={title}>
      <table class="govuk-table">
        <thead>
          <tr>
            <th scope="col">{t('statement')}</th>
            <th scope="col">{t('all')}</th>
            {groups.map((_, group) => (
              <th scope="col" key={group}>
                {t('legendGroup', { letter: letterOf(group) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={number}>
              <th scope="row" class="parley-opinions__statement">
                <StatementText {...props} number={number} />
              </th>
              <td>
                <Shares voted={all.get(number)} />
              </td>
              {groups.map(({ votes }, group) => (
                <td key={group}>
                  <Shares voted={votes[place.get(number) ?? -1]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type TextProps = Pick<OpinionsProps, 'deliberation' | 'process' | 'texts'> & { number: number }

export function StatementText({ deliberation, process, texts, number }: TextProps) {
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <a href={`${here}/statements#s${number}`} lang={deliberation.language} dir="auto">
      {texts.get(number)}
    </a>
  )
}

export function Shares({ voted }: { voted: Voted | undefined }) {
  const t = useWords(words)
  if (!voted || voted.seen === 0) return <span class="parley-muted">{t('unseen')}</span>
  const { agree, disagree, seen } = voted
  return (
    <>
      {t('agreeing', { share: shareOf(agree, seen), other: shareOf(disagree, seen) })}{' '}
      <span class="parley-muted">{t('ofSeen', { count: seen })}</span>
    </>
  )
}
