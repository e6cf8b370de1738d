import { after, type Instant, parseInstant } from '../../../platform/time.ts'

const DAY = 24 * 3600_000

export const dayOf = (at: Instant): string => at.toISOString().slice(0, 10)

/** Midnight (UTC) at which the day begins; nothing for a day that no calendar has. */
function beginningOf(day: string | undefined): Instant | undefined {
  const at = day ? parseInstant(`${day}T00:00:00Z`) : undefined
  return at && dayOf(at) === day ? at : undefined
}

/** People name the last day; the period is half-open and ends when that day is over. */
export function periodOf(firstDay: string | undefined, lastDay: string | undefined) {
  const from = beginningOf(firstDay)
  const last = beginningOf(lastDay)
  const inOrder = !lastDay || (last !== undefined && (from === undefined || from <= last))
  return { from, until: last && after(last, DAY), inOrder }
}
