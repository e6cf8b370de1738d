import { Temporal } from 'temporal-polyfill'
import { type Instant, parseInstant } from '../time.ts'

/** Whether the text names a place in the IANA time zone database; a bare offset has no summer time and is none. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall of a zone can answer where it names no single instant. */
export type NoInstant = 'not-a-zone' | 'not-a-time' | 'skipped-by-the-clocks' | 'shown-twice'

const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/** The instant at which the clocks of a zone show `YYYY-MM-DDTHH:mm`; they skip an hour in spring and repeat one in autumn. */
export function instantIn(zone: string, text: string): Instant | NoInstant {
  if (!isZone(zone)) return 'not-a-zone'
  const local = wallClock.test(text) ? plainDateTime(text) : undefined
  if (local === undefined) return 'not-a-time'
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(local)) return 'skipped-by-the-clocks'
  if (!earlier.equals(later)) return 'shown-twice'
  return parseInstant(earlier.toInstant().toString()) ?? 'not-a-time'
}

function plainDateTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** What the clocks of a zone show at an instant, in the form a `datetime-local` field takes and `instantIn` reads. */
export function wallClockIn(zone: string, at: Instant): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
