import type { Instant } from '../platform/time.ts'
import type { AnnouncedDeadline, Deadline } from './model.ts'
import { planTime, type RequestProblems } from './plan-request.ts'
import type { ExtensionForm } from './schemas.ts'
import type { WordKey } from './words.ts'

export type PlannedExtension = { deadline: AnnouncedDeadline } | { problems: RequestProblems }

/** Reads an extension: later than the deadline that holds, still to come, and with its reason. */
export function planExtension(form: ExtensionForm, holds: Deadline, now: Instant): PlannedExtension {
  const problems = new Map<string, WordKey>()
  const zone = form.zone.trim()
  const at = planTime(zone, form.deadline, 'deadline', 'deadlineMissing', problems)
  if (at && at <= holds.at) problems.set('deadline', 'notLater')
  else if (at && at <= now) problems.set('deadline', 'deadlineGone')
  const reason = form.reason.trim()
  if (reason === '') problems.set('reason', 'reasonMissing')
  return problems.size > 0 || !at ? { problems } : { deadline: { at, zone, reason, setAt: now } }
}
