import { reasonsOf, useReasonNames } from '../../../moderation/index.ts'
import { Colon, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { WholeWaiting } from '../read-waiting.ts'
import { words } from '../words.ts'

const acts = {
  post: 'decidedPost',
  redact: 'decidedRedact',
  withhold: 'decidedWithhold',
  erase: 'decidedErase',
} as const

/** What was decided about this comment, so that nobody undoes unawares what somebody else meant. */
export function DecidedBefore({ decisions, reasons, zone }: WholeWaiting & { zone: string }) {
  const t = useWords(words)
  const called = useReasonNames()
  if (decisions.length === 0) return null
  const name = (code: string) => called(reasons.find((reason) => reason.code === code)?.name ?? code)
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t('history')}</h2>
      <ul>
        {decisions.map((decision) => {
          const { id, at, act, explanation, redactions: count } = decision
          const reason = reasonsOf(decision).map(name).join(', ')
          const what = t(acts[act], { reason, count })
          return (
            <li key={id}>
              <Time at={at} zone={zone} />
              <Colon />
              {explanation ? t('decidedWhy', { what, explanation }) : what}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
