import type { Instant } from '../time.ts'
import { alpha2, countryCodes } from './country-codes.ts'
import { type Locale, locales } from './locale.tsx'

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: string, kind: 'day' | 'minute'): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${kind}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locales[locale].dates, { ...(kind === 'day' ? day : minute), timeZone: zone })
  formats.set(key, made)
  return made
}

export function dayIn(at: Instant, zone: string, locale: Locale): string {
  return format(locale, zone, 'day').format(at).replace(',', '')
}

/** "Friday 27 March 2026, 17:00 (America/New_York)": the form in which every deadline is announced. */
export function inZone(at: Instant, zone: string, locale: Locale): string {
  return `${dayIn(at, zone, locale)}, ${format(locale, zone, 'minute').format(at)} (${zone})`
}

const counts = new Map<Locale, Intl.NumberFormat>()

export function count(number: number, locale: Locale): string {
  const made = counts.get(locale) ?? new Intl.NumberFormat(locales[locale].dates)
  counts.set(locale, made)
  return made.format(number)
}

const shortCounts = new Map<Locale, Intl.NumberFormat>()

/** "1.2K": where there is room for few letters, beside a place that gives the number whole. */
export function shortCount(number: number, locale: Locale): string {
  const made =
    shortCounts.get(locale) ??
    new Intl.NumberFormat(locales[locale].dates, { notation: 'compact', maximumSignificantDigits: 2 })
  shortCounts.set(locale, made)
  return made.format(number)
}

const names = new Map<string, Intl.DisplayNames>()

/** What a language or a country is called; a code that names none is shown as it is. */
function nameOf(type: 'language' | 'region', code: string, locale: Locale): string {
  const key = `${locale} ${type}`
  const made = names.get(key) ?? new Intl.DisplayNames([locales[locale].dates], { type, fallback: 'code' })
  names.set(key, made)
  try {
    return made.of(code) ?? code
  } catch {
    return code
  }
}

export const languageName = (code: string, locale: Locale): string => nameOf('language', code, locale)

export const countryName = (code: string, locale: Locale): string => nameOf('region', alpha2(code), locale)

/** Countries by the names that the reader knows, in the order of the reader's alphabet. */
export function countriesByName(locale: Locale): { value: string; text: string }[] {
  const { compare } = new Intl.Collator(locales[locale].dates)
  return countryCodes
    .map((value) => ({ value, text: countryName(value, locale) }))
    .sort((a, b) => compare(a.text, b.text))
}
