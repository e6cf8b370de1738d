import { Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { WholeWaiting } from '../read-waiting.ts'
import { words } from '../words.ts'

/** What was decided about this comment, so that nobody undoes unawares what somebody else meant. */
export function DecidedBefore({ decisions, reasons, zone }: WholeWaiting & { zone: string }) {
  const t = useWords(words)
  if (decisions.length === 0) return null
  const name = (code = '') => reasons.find((reason) => reason.code === code)?.name ?? code
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t('history')}</h2>
      <ul>
        {decisions.map(({ id, at, act, reason, explanation }) => {
          const what = act === 'post' ? t('decidedPost') : t('decidedWithhold', { reason: name(reason) })
          return (
            <li key={id}>
              <Time at={at} zone={zone} />: {explanation ? t('decidedWhy', { what, explanation }) : what}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
