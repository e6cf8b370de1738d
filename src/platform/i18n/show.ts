import type { Instant } from '../time.ts'
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
