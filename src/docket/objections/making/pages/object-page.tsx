import {
  type Explained,
  LONGEST_OBJECTION,
  type Objection,
  useReasonNames,
} from '../../../../moderation/index.ts'
import {
  Button,
  Caption,
  CharacterCount,
  Colon,
  Document,
  ErrorSummary,
  InsetText,
  Time,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import { words as catalogue, type WordKey } from '../../words.ts'

interface Props {
  number: string
  request: RequestForComment
  contact: string | undefined
  /** What is kept from the public of the comment; nothing where there is nothing to object to. */
  keptBack: Explained | undefined
  open: Objection | undefined
  before: readonly Objection[]
  words?: string
  problem?: WordKey
}

/** For the sender: why it was decided so, and the place to say that it is wrong. */
export function ObjectPage(props: Props) {
  const t = useWords(catalogue)
  const { number, request, keptBack, open, before, problem, words } = props
  const title = t('objectTitle', { number })
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      back={{ href: `/comments/${number}/yours`, text: t('backToYours', { number }) }}
      unlisted
    >
      {problem && (
        <ErrorSummary problems={[{ href: '#words', text: t(problem, { limit: LONGEST_OBJECTION }) }]} />
      )}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      {keptBack && <Why {...keptBack} />}
      {open && (
        <InsetText>
          <p>
            <strong>{t('waits')}</strong> {t('madeAt')} <Time at={open.at} zone={request.deadline.zone} />.
          </p>
          <p>{t('waitsNext')}</p>
        </InsetText>
      )}
      <Ended before={before} zone={request.deadline.zone} />
      {keptBack && (!open || words !== undefined) && <ObjectForm {...props} />}
      {!keptBack && <p>{t('nothing-withheld')}</p>}
    </Document>
  )
}

function Why({ decision, reasons }: Explained) {
  const t = useWords(catalogue)
  const { act, explanation, redactions: count } = decision
  const why = reasons.map(useReasonNames()).join(', ')
  return (
    <>
      <p class="govuk-body-l">{t(act === 'withhold' ? 'wasWithheld' : 'wasRedacted', { count, why })}</p>
      {explanation && <p>{t('explained', { explanation })}</p>}
    </>
  )
}

function Ended({ before, zone }: Pick<Props, 'before'> & { zone: string }) {
  const t = useWords(catalogue)
  if (before.length === 0) return null
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t('before')}</h2>
      <ul>
        {before.map(({ id, at, closedAt, outcome, why }) => (
          <li key={id}>
            <Time at={at} zone={zone} />
            <Colon />
            {outcome && t(`outcome-${outcome}`)}, {closedAt && <Time at={closedAt} zone={zone} />}. {why}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ObjectForm({ number, contact, words, problem }: Props) {
  const t = useWords(catalogue)
  return (
    <form method="post" action={`/comments/${number}/object`} noValidate>
      <CharacterCount
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        limit={LONGEST_OBJECTION}
        rows={8}
        value={words}
        error={problem && t(problem, { limit: LONGEST_OBJECTION })}
      />
      <Button>{t('objectButton')}</Button>
      {contact && <p>{t('byMail', { contact, number })}</p>}
    </form>
  )
}
