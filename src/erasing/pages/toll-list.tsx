import { useWords } from '../../platform/i18n/index.ts'
import type { Toll } from '../model.ts'
import { words } from '../words.ts'

export function TollList({ toll }: { toll: readonly [keyof Toll, number][] }) {
  const t = useWords(words)
  return (
    <ul class="govuk-list govuk-list--bullet">
      {toll.map(([name, count]) => (
        <li key={name}>{t(`toll-${name}`, { count })}</li>
      ))}
    </ul>
  )
}
