import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

/** Why it did not work; the script shows the one that fits, by its name. */
const reasons = {
  add: ['cancelled', 'timed-out', 'known-already', 'too-many', 'wrong-site', 'away', 'not-added'],
  'sign-in': ['cancelled', 'timed-out', 'unknown', 'wrong-site', 'away', 'not-signed-in'],
} as const

export function PasskeyFailures({ of }: { of: keyof typeof reasons }) {
  const t = useWords(words)
  return (
    <div role="alert">
      {reasons[of].map((reason) => (
        <p key={reason} class="govuk-error-message" data-failed={reason} hidden>
          {t(`failed-${reason}`)}
        </p>
      ))}
    </div>
  )
}
