import { type Locale, locales } from '../../platform/i18n/index.ts'

/** “12.3 %” as the reader's language writes it; nothing of nothing is nothing. */
export function shareIn(part: number, whole: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locales[locale].dates, { style: 'percent', maximumFractionDigits: 1 })
  return format.format(whole === 0 ? 0 : part / whole)
}
