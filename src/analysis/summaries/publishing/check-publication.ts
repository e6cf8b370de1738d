import { instantIn } from '../../../platform/i18n/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { LONGEST_REASON } from '../model.ts'

export type PublicationField = 'until' | 'inSpite' | 'changes'
export type PublicationProblem = 'untilWrong' | 'untilPast' | 'reasonLong'

export interface CheckedPublication {
  contestUntil: Instant
  inSpite: string
  changes: string
}

/** The last minute of a day, as the clocks of the zone show it. */
function endOfDay(zone: string, day: string): Instant | undefined {
  const end = instantIn(zone, `${day.trim()}T23:59`)
  return typeof end === 'string' ? undefined : end
}

/** What is said on publishing, fit to be taken, or what is wrong with each field. */
export function checkPublication(
  typed: Readonly<Record<PublicationField, string>>,
  zone: string,
  now: Instant,
): CheckedPublication | ReadonlyMap<PublicationField, PublicationProblem> {
  const problems = new Map<PublicationField, PublicationProblem>()
  const contestUntil = endOfDay(zone, typed.until)
  if (!contestUntil) problems.set('until', 'untilWrong')
  else if (contestUntil <= now) problems.set('until', 'untilPast')
  const inSpite = cleanText(typed.inSpite).text.trim()
  const changes = cleanText(typed.changes).text.trim()
  if (changes.length > LONGEST_REASON) problems.set('changes', 'reasonLong')
  if (inSpite.length > LONGEST_REASON) problems.set('inSpite', 'reasonLong')
  return problems.size > 0 || !contestUntil ? problems : { contestUntil, inSpite, changes }
}
