import { type Objection, reasonsOf, useReasonNames } from '../../../../moderation/index.ts'
import {
  Button,
  Caption,
  ClaimedText,
  Document,
  ErrorSummary,
  InsetText,
  paragraphsOf,
  Textarea,
  Time,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Process } from '../../../../processes/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import { SentParts } from '../../../posting/pages/sent-parts.tsx'
import type { WholeWaiting } from '../../../posting/read-waiting.ts'
import { words as catalogue, type WordKey } from '../../words.ts'

interface Props {
  request: RequestForComment
  process: Process
  whole: WholeWaiting
  /** What is open; nothing where somebody was faster. */
  objection: Objection | undefined
  words: string | undefined
  mayAnswer: boolean
  why?: string
  problem?: WordKey
}

/** What a sender objects to, in their words, beside the comment it is about: for moderators only. */
export function ObjectionPage(props: Props) {
  const t = useWords(catalogue)
  const { request, whole, objection, words = '', mayAnswer, problem } = props
  const { comment } = whole
  const title = t('objectionTo', { number: comment.number })
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      back={{ href: `/requests/${request.docket}/objections`, text: t('objections') }}
      unlisted
    >
      {problem && <ErrorSummary problems={[{ href: '#why', text: t(problem) }]} />}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      {objection ? (
        <>
          <Decision {...whole} decision={objection.decision} />
          <h2>{t('whatTheySay')}</h2>
          <p>
            {t('madeAt')} <Time at={objection.at} zone={request.deadline.zone} />.
          </p>
          <ClaimedText lang="" paragraphs={paragraphsOf(words)} />
          <h2>{t('theComment')}</h2>
          <SentParts {...whole} />
          {mayAnswer ? (
            <Answer {...props} objection={objection} />
          ) : (
            <InsetText>{t('decided-before')}</InsetText>
          )}
        </>
      ) : (
        <p>{t('noneOpen')}</p>
      )}
      <p>
        <a href={`/comments/${comment.number}/moderation`}>{t('toComment', { number: comment.number })}</a>
      </p>
    </Document>
  )
}

function Decision({ decisions, reasons, decision: id }: WholeWaiting & { decision: string }) {
  const t = useWords(catalogue)
  const called = useReasonNames()
  const decision = decisions.find((one) => one.id === id)
  if (!decision) return null
  const why = reasonsOf(decision)
    .map((code) => called(reasons.find((reason) => reason.code === code)?.name ?? code))
    .join(', ')
  const { act, explanation, redactions: count } = decision
  return (
    <>
      <p class="govuk-body-l">
        {t(act === 'withhold' ? 'wasWithheldHere' : 'wasRedactedHere', { count, why })}
      </p>
      {explanation && <p>{t('explained', { explanation })}</p>}
    </>
  )
}

function Answer({ whole, objection, why, problem }: Props & { objection: Objection }) {
  const t = useWords(catalogue)
  const { comment, marks, proposal } = whole
  if (comment.withdrawn || comment.state === 'screening' || comment.state === 'erased') return null
  const wrong = problem === 'whyMissing' || problem === 'whyLong'
  return (
    <form method="post" action={`/comments/${comment.number}/objection`} aria-labelledby="answer" noValidate>
      <h2 id="answer">{t('answer')}</h2>
      <input type="hidden" name="seen" value={comment.state} />
      <input type="hidden" name="objection" value={objection.id} />
      {proposal && comment.state !== 'withheld' ? (
        <InsetText>{t('proposalFirst')}</InsetText>
      ) : (
        <>
          <p>{t('upholdHint', { count: marks })}</p>
          <Button name="act" value="post">
            {t('uphold')}
          </Button>
        </>
      )}
      {!comment.confidential && (
        <p>
          <a href={`/comments/${comment.number}/redaction`}>{t('upholdInPart')}</a> {t('upholdInPartHint')}
        </p>
      )}
      <Textarea
        name="why"
        label={t('why')}
        hint={t('whyHint')}
        error={wrong ? t(problem) : undefined}
        value={why}
        rows={4}
      />
      <Button name="act" value="turn-down" kind="secondary">
        {t('turnDown')}
      </Button>
    </form>
  )
}
