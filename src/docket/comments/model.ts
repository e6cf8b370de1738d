import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

export type CommentId = Id<'comment'>
export type AnswerId = Id<'answer'>
export type AttachmentId = Id<'attachment'>
export type Channel = 'web-form' | 'e-mail' | 'api' | 'bulk-import' | 'paper'
export type Capacity = 'authorised-representative' | 'member' | 'in-own-name'

/** What the sender allows to be shown, answer by answer. */
export const publications = ['with-name', 'without-name', 'confidential'] as const
export type Publication = (typeof publications)[number]

/** A comment is screened, then posted or withheld; withdrawal and supersession stand beside, by the commenter. */
export type CommentState = 'screening' | 'posted' | 'withheld'

/** Longest free text or answer that is taken, in UTF-16 units. */
export const LONGEST_TEXT = 100_000

/**
 * One answer published without the name takes the name off the whole comment:
 * a name beside its neighbours would give it away.
 */
export function isNamed(chosen: readonly Publication[]): boolean {
  const shown = chosen.filter((one) => one !== 'confidential')
  return shown.length > 0 && shown.every((one) => one === 'with-name')
}

/** A late comment is taken and marked; what becomes of it is the convenor's decision. */
export function isLate(deadline: Instant, receivedAt: Instant): boolean {
  return receivedAt >= deadline
}

/** What people quote: the request's docket number and a running number, `EXAMPLE-2026-0001-0042`. */
export function trackingNumber(docket: string, running: number): string {
  return `${docket}-${String(running).padStart(4, '0')}`
}
