import { instantIn, type NoInstant } from '../platform/i18n/index.ts'
import type { Instant } from '../platform/time.ts'

/** What keeps a typed time from being an instant, by the key of its sentence. */
export type TimeProblem = 'timeMissing' | 'timeForm' | 'timeSkipped' | 'timeTwice' | 'zoneUnknown'

const problems: Record<NoInstant, TimeProblem> = {
  'not-a-zone': 'zoneUnknown',
  'not-a-time': 'timeForm',
  'skipped-by-the-clocks': 'timeSkipped',
  'shown-twice': 'timeTwice',
}

/** The instant at which the clocks of the zone show the time that was typed. */
export function readTime(zone: string, text: string): Instant | TimeProblem {
  if (text.trim() === '') return 'timeMissing'
  const instant = instantIn(zone, text.trim())
  return typeof instant === 'string' ? problems[instant] : instant
}
