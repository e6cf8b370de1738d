import {
  Button,
  Checkboxes,
  ClaimedText,
  Colon,
  Document,
  ErrorSummary,
  NotificationBanner,
  paragraphsOf,
  Radios,
  SummaryList,
  Textarea,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { CommentId, CommentState } from '../../../comments/model.ts'
import { type Outcome, outcomes, type Whose } from '../../model.ts'
import { words } from '../../words.ts'
import type { AnswerForm, AnswerProblems } from '../check-answer.ts'

export interface Meant {
  id: CommentId
  number: string
  state: CommentState
  named: boolean
  name: string | null
  organisation: string | null
  outcome: Outcome | null
  answer: string
}

/** Why nothing was decided. */
export type Undecided = 'not-as-seen' | 'redacted'

interface Props {
  request: RequestForComment
  claim: { id: string; name: string; email: string; whose: Whose; words: string }
  meant: readonly Meant[]
  form?: AnswerForm | undefined
  problems?: AnswerProblems | undefined
  undecided?: Undecided | undefined
}

export function DecidePage(props: Props) {
  const t = useWords(words)
  const { request, claim, meant, problems, undecided } = props
  const title = t('claimOf', { name: claim.name })
  const open = meant.filter(({ outcome }) => outcome === null)
  const summary = [...(problems ?? [])].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))
  return (
    <Document
      title={title}
      problems={summary.length > 0}
      back={{ href: `/requests/${request.docket}/claims`, text: t('claims') }}
      unlisted
    >
      {summary.length > 0 && <ErrorSummary problems={summary} />}
      {undecided && (
        <NotificationBanner role="alert">
          <p class="govuk-notification-banner__heading">{t(`undecided-${undecided}`)}</p>
        </NotificationBanner>
      )}
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { term: t('claimant'), value: claim.name },
          { term: t('email'), value: claim.email },
          { term: t('whose'), value: t(`whose-${claim.whose}`) },
        ]}
      />
      <h2>{t('whatTheySay')}</h2>
      <ClaimedText lang="" paragraphs={paragraphsOf(claim.words)} />
      <Decided meant={meant} />
      {open.length > 0 && <Answering {...props} open={open} />}
    </Document>
  )
}

function Line({ number, state, named, name, organisation }: Meant) {
  const t = useWords(words)
  const who = [name, organisation].filter(Boolean).join(', ')
  return (
    <>
      <a href={`/comments/${number}`}>{number}</a> – {t(`standing-${state}`)},{' '}
      {who ? t(named ? 'namedAs' : 'unnamedAs', { who }) : t('nobodyNamed')}
    </>
  )
}

function Decided({ meant }: Pick<Props, 'meant'>) {
  const t = useWords(words)
  const decided = meant.flatMap((one) => (one.outcome ? [{ ...one, outcome: one.outcome }] : []))
  if (decided.length === 0) return null
  return (
    <>
      <h2>{t('decidedBefore')}</h2>
      <ul class="govuk-list">
        {decided.map((one) => (
          <li key={one.id}>
            <Line {...one} />
            <Colon />
            {t(`outcome-${one.outcome}`)}. {one.answer}
          </li>
        ))}
      </ul>
    </>
  )
}

function Answering({ request, claim, open, form, problems }: Props & { open: readonly Meant[] }) {
  const t = useWords(words)
  const error = (field: keyof AnswerForm) => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <form method="post" action={`/requests/${request.docket}/claims/${claim.id}`} noValidate>
      <h2>{t('yourDecision')}</h2>
      <Checkboxes
        name="comments"
        legend={t('decideAbout')}
        values={form?.comments ?? open.map(({ id }) => id)}
        error={error('comments')}
        items={open.map((one) => ({ value: one.id, text: <Line {...one} /> }))}
      />
      <Radios
        name="outcome"
        legend={t('outcome')}
        value={form?.outcome}
        error={error('outcome')}
        items={outcomes.map((value) => ({
          value,
          text: t(`choose-${value}`),
          hint: t(`choose-${value}-hint`),
        }))}
      />
      <Textarea
        name="answer"
        label={t('answer')}
        hint={t('answerHint')}
        value={form?.answer}
        error={error('answer')}
        rows={4}
      />
      <Button>{t('decideButton')}</Button>
    </form>
  )
}
