import type { Instant } from '../../platform/time.ts'
import type { Deadline, ReplyRound } from '../model.ts'
import { planTime, type RequestProblems } from '../plan-request.ts'
import type { RoundForm } from '../schemas.ts'
import type { WordKey } from '../words.ts'

export type PlannedRound = { round: ReplyRound } | { problems: RequestProblems }

/** Reads a reply round: it begins with the deadline or later, and ends at a time still to come. */
export function planRound(form: RoundForm, { at }: Deadline, now: Instant): PlannedRound {
  const problems = new Map<string, WordKey>()
  const zone = form.zone.trim()
  const opensAt = planTime(zone, form.opens, 'opens', 'roundOpensMissing', problems)
  const closesAt = planTime(zone, form.closes, 'closes', 'roundClosesMissing', problems)
  if (opensAt && opensAt < at) problems.set('opens', 'roundBeforeDeadline')
  if (opensAt && closesAt && closesAt <= opensAt) problems.set('closes', 'roundOrder')
  else if (closesAt && closesAt <= now) problems.set('closes', 'roundGone')
  if (problems.size > 0 || !opensAt || !closesAt) return { problems }
  return { round: { opensAt, closesAt, zone, announcedAt: now } }
}
