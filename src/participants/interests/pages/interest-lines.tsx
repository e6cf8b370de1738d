import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { DeclaredInterest, Interest } from '../model.ts'
import { words } from '../words.ts'

/** Interests in the words of whoever has them; the kind is ours. */
export function InterestLines({ interests }: { interests: readonly (Interest | DeclaredInterest)[] }) {
  const say = useInterest()
  return (
    <ul class="govuk-list govuk-list--bullet">
      {interests.map((interest) => (
        <li key={`${interest.kind} ${interest.words}`}>{say(interest)}</li>
      ))}
    </ul>
  )
}

export function useInterest() {
  const t = useWords(words)
  const locale = useLocale()
  return (one: Interest | DeclaredInterest): string => {
    const interest = t('one', { kind: t(one.kind), words: one.words })
    if (!('declaredAt' in one)) return interest
    const day = dayIn(one.declaredAt, 'UTC', locale)
    if (!one.endedAt) return t('since', { interest, day })
    return t('ended', { interest, day, end: dayIn(one.endedAt, 'UTC', locale) })
  }
}
