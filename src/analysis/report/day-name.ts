import { type Locale, locales } from '../../platform/i18n/index.ts'
import { parseInstant } from '../../platform/time.ts'

/** “3 February 2026” for 2026-02-03. */
export function dayName(day: string, locale: Locale): string {
  const at = parseInstant(`${day}T00:00:00Z`)
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return at ? new Intl.DateTimeFormat(locales[locale].dates, format).format(at) : day
}
