import { reasonsOf, useReasonNames } from '../../../moderation/index.ts'
import { Colon, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'

interface Event {
  at: Instant
  what: string
}

function useEvents({ comment, decisions, reasons }: CommentPageProps): Event[] {
  const t = useWords(words)
  const called = useReasonNames()
  const decided = decisions.map(({ at, act, explanation, redactions: count, ...given }) => {
    const reason = reasonsOf(given)
      .map((code) => called(reasons.get(code) ?? code))
      .join(', ')
    if (act === 'redact') return { at, what: t('happenedRedacted', { count, reason }) }
    if (act === 'post') return { at, what: explanation || t('happenedPosted') }
    if (act === 'erase') return { at, what: t('happenedErased', { reason }) }
    return { at, what: t(explanation ? 'happenedWithheldWhy' : 'happenedWithheld', { reason, explanation }) }
  })
  const { receivedAt, withdrawnAt, shown } = comment
  const imported = shown?.channel === 'bulk-import' && decisions.length === 0
  return [
    { at: receivedAt, what: t(imported ? 'happenedImported' : 'happenedReceived') },
    ...decided,
    ...(withdrawnAt ? [{ at: withdrawnAt, what: t('happenedWithdrawn') }] : []),
  ]
}

export function History(props: CommentPageProps) {
  const t = useWords(words)
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol class="govuk-list">
        {useEvents(props).map(({ at, what }) => (
          <li key={what}>
            <Time at={at} zone={props.request.deadline.zone} />
            <Colon />
            {what}
          </li>
        ))}
      </ol>
    </section>
  )
}
