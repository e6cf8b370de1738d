import { countryName, type Locale, languageName } from '../../platform/i18n/index.ts'
import type { Breakdown } from './analysis.ts'
import { words } from './words.ts'

const capital = (text: string, locale: Locale) => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

const known = [
  'government',
  'private-sector',
  'civil-society',
  'technical-community',
  'academia',
  'users',
  'not-stated',
] as const

export function groupName(value: string, locale: Locale): string {
  const code = known.find((one) => one === value)
  return code ? words.in(locale)(`group-${code}`) : value
}

/** What a value of a breakdown is called in the reader's language. */
export function valueName(breakdown: Breakdown, value: string | undefined, locale: Locale): string {
  const t = words.in(locale)
  if (value === undefined) return breakdown === 'language' ? t('notTold') : t('notStated')
  if (breakdown === 'stakeholder') return groupName(value, locale)
  if (breakdown === 'organisation') return value === 'named' ? t('named') : t('unnamed')
  if (breakdown === 'language') return capital(languageName(value, locale), locale)
  return breakdown === 'country' ? countryName(value, locale) : value
}
