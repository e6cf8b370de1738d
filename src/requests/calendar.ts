import type { Instant } from '../platform/time.ts'

interface Event {
  uid: string
  at: Instant
  stamp: Instant
  /** Counts the extensions, so that a calendar moves the entry it already holds. */
  sequence: number
  summary: string
  description: string
  url: string
}

const utc = (at: Instant) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')

/** No line of a calendar is longer than 75 octets; it goes on in the next after a space (RFC 5545 §3.1). */
function folded(line: string): string {
  let written = ''
  let octets = 0
  for (const sign of line) {
    const length = Buffer.byteLength(sign)
    if (octets + length > 75) {
      written += '\r\n '
      octets = 1
    }
    written += sign
    octets += length
  }
  return written
}

/** One moment as a calendar that any program takes (RFC 5545). */
export function calendarOf({ uid, at, stamp, sequence, summary, description, url }: Event): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Deadlines//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${utc(at)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
