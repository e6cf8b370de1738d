import type { Explained } from '../../../../moderation/index.ts'
import { useReasonNames } from '../../../../moderation/index.ts'
import {
  Button,
  Document,
  InsetText,
  NotificationBanner,
  SummaryList,
  Time,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { WholeComment } from '../../../comments/read-whole.ts'
import { answerLabelKey } from '../../answer-label.ts'
import { Written } from '../../pages/written.tsx'
import { type WordKey, words } from '../../words.ts'

interface Props {
  comment: WholeComment
  request: RequestForComment
  /** Why something of it is kept from the public. */
  keptBack?: Explained | undefined
  /** What was just done, or why it could not be. */
  told?: WordKey
}

export function YoursPage({ comment, request, keptBack, told }: Props) {
  const { number } = comment
  const t = useWords(words)
  const over = comment.withdrawnAt !== undefined || comment.supersededBy !== undefined
  return (
    <Document title={t('yoursTitle', { number })} unlisted>
      {told && <NotificationBanner success={told === 'withdrawnDone'}>{t(told)}</NotificationBanner>}
      <h1>{t('yoursTitle', { number })}</h1>
      <Facts comment={comment} request={request} />
      {keptBack && comment.state !== 'screening' && <KeptBack {...keptBack} number={number} />}
      {!over && <Acts number={number} />}
      <h2 class="govuk-heading-m">{t('keptWords')}</h2>
      {comment.answers.map(({ question, text, publication }) => (
        <section key={question?.number ?? 0}>
          <h3 class="govuk-heading-s">{t(answerLabelKey(question), { number: question?.number })}</h3>
          <p class="govuk-hint">{t('publicationOf', { choice: t(`publish-${publication}`) })}</p>
          <Written text={text} language={comment.language} />
        </section>
      ))}
      <form method="post" action={`/comments/${number}/forget`}>
        <Button kind="secondary">{t('yoursLeave')}</Button>
      </form>
    </Document>
  )
}

function KeptBack({ decision, reasons, number }: Explained & { number: string }) {
  const t = useWords(words)
  const { act, explanation, redactions: count } = decision
  const why = { reasons: reasons.map(useReasonNames()).join(', '), count }
  return (
    <InsetText>
      <p>{t(act === 'withhold' ? 'yoursWithheldWhy' : 'yoursRedactedWhy', why)}</p>
      {explanation && <p>{t('yoursExplained', { explanation })}</p>}
      <p>{t('yoursObject')}</p>
      {act !== 'erase' && (
        <p>
          <a href={`/comments/${number}/object`}>{t('yoursObjectHere')}</a>
        </p>
      )}
    </InsetText>
  )
}

const states = {
  screening: 'yoursStateScreening',
  posted: 'yoursStatePosted',
  withheld: 'yoursStateWithheld',
  erased: 'yoursStateErased',
} as const

function useState({ state, withdrawnAt, supersededBy }: WholeComment, zone: string) {
  const t = useWords(words)
  const time = () => withdrawnAt && <Time key="withdrawn" at={withdrawnAt} zone={zone} />
  if (withdrawnAt) return t.rich('yoursStateWithdrawn', { time })
  if (supersededBy) return t('yoursStateSuperseded', { number: supersededBy })
  return t(states[state])
}

function Facts({ comment, request }: Pick<Props, 'comment' | 'request'>) {
  const t = useWords(words)
  const { number } = comment
  const { zone } = request.deadline
  const rows = [
    { term: t('yoursState'), value: useState(comment, zone) },
    { term: t('yoursReceived'), value: <Time at={comment.receivedAt} zone={zone} /> },
    { term: t('yoursRequest'), value: <a href={`/requests/${request.docket}`}>{request.title}</a> },
    { term: t('yoursReceipt'), value: <a href={`/comments/${number}/receipt.txt`}>{t('proofDownload')}</a> },
    ...(comment.state === 'posted'
      ? [{ term: t('yoursPublic'), value: <a href={`/comments/${number}`}>{number}</a> }]
      : []),
    {
      term: t('yoursSignatories'),
      value: <a href={`/comments/${number}/signatories`}>{t('yoursSignatoriesSee')}</a>,
    },
  ]
  return <SummaryList rows={rows} />
}

function Acts({ number }: { number: string }) {
  const t = useWords(words)
  const again = [
    ['correction', 'yoursCorrect', 'yoursCorrectHint'],
    ['new-version', 'yoursNewVersion', 'yoursNewVersionHint'],
  ] as const
  return (
    <>
      <h2 class="govuk-heading-m">{t('yoursDo')}</h2>
      {again.map(([as, name, hint]) => (
        <form key={as} method="post" action={`/comments/${number}/supersede`}>
          <input type="hidden" name="as" value={as} />
          <p class="govuk-hint" id={`hint-${as}`}>
            {t(hint)}
          </p>
          <Button kind="secondary" aria-describedby={`hint-${as}`}>
            {t(name)}
          </Button>
        </form>
      ))}
      <p class="govuk-hint">{t('yoursTie')}</p>
      <p class="govuk-hint">{t('yoursWithdrawHint')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/comments/${number}/withdraw`}>
          {t('yoursWithdraw')}
        </a>
      </p>
    </>
  )
}
