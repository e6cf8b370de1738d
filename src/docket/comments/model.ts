import type { Interest } from '../../participants/interests/model.ts'
import { type Capacity, capacities } from '../../participants/organisations/model.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/model.ts'
import type { QuestionId, RequestId } from '../../requests/model.ts'
import type { NamedSignatory } from './signatories/model.ts'

export { type Capacity, capacities }
export type CommentId = Id<'comment'>
export type AnswerId = Id<'answer'>
export type AttachmentId = Id<'attachment'>
export type Channel = 'web-form' | 'e-mail' | 'api' | 'bulk-import' | 'paper'

/** What the sender allows to be shown, answer by answer. */
export const publications = ['with-name', 'without-name', 'confidential'] as const
export type Publication = (typeof publications)[number]

/** A comment is screened, then posted or withheld; withdrawal and supersession stand beside, by the commenter. */
export type CommentState = 'screening' | 'posted' | 'withheld' | 'erased'

/** How far it is known that whoever is named sent it: their address answered, or their organisation said so. */
export const verifications = ['none', 'e-mail', 'organisation'] as const
export type Verification = (typeof verifications)[number]

/** A later comment takes the place of an earlier one: to mend a slip, or to say something new. */
export const supersessions = ['correction', 'new-version'] as const
export type SupersededAs = (typeof supersessions)[number]

/** Who sends it, in the sender's words: kept apart, so that it can be erased. */
export interface Particulars {
  name?: string | undefined
  email?: string | undefined
  organisation?: string | undefined
  capacity?: Capacity | undefined
}

/** What the sender has at stake: shown with the name, or to those entitled only. */
export interface SaidInterests {
  declared: readonly Interest[]
  confidential: boolean
}

/** What is said to one question, or freely where there is none. */
export interface Answer {
  question?: { id: QuestionId; number: number } | undefined
  text: string
  publication: Publication
}

/** What became of reading an attachment's text; the note is a key of the words that tell why there is none. */
export interface Extraction {
  state: 'waiting' | 'done' | 'refused'
  note?: string | undefined
  extractor?: { name: string; version: string } | undefined
  text?: string | undefined
}

export interface Attachment {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  publication: Publication
  extraction: Extraction
}

/** A comment that another one answers. */
export interface Answered {
  id: CommentId
  number: string
}

/** One comment from any channel, checked and ready to be taken. Its texts are clean. */
export interface Arrival {
  request: { id: RequestId; processId: ProcessId; docket: string }
  channel: Channel
  receivedAt: Instant
  language: string
  /** The declared stakeholder group. */
  group: string
  country?: string | undefined
  particulars: Particulars
  interests?: SaidInterests | undefined
  answers: readonly Answer[]
  attachments: readonly Attachment[]
  /** In a joint comment: the organisations that sign it beside its sender. */
  signatories?: readonly NamedSignatory[] | undefined
  /** In a reply round: the posted comments that it answers. */
  repliesTo?: readonly Answered[] | undefined
  /** The same key again is the same comment. */
  idempotencyKey: string
  /** Of the comment key, where the sender was given one. */
  keyHash?: Buffer | undefined
  state: 'screening' | 'posted'
  /** What it was where it was first sent, for those that are imported; for those on paper, when. */
  original?: { id?: string; source?: string; at?: Instant | undefined } | undefined
}

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

/** Where parts came and none of them is open to the public, what is said of the sender is not either. */
export function isWhollyConfidential(chosen: readonly Publication[]): boolean {
  return chosen.length > 0 && chosen.every((one) => one === 'confidential')
}

/** A late comment is taken and marked; what becomes of it is the convenor's decision. */
export function isLate(deadline: Instant, receivedAt: Instant): boolean {
  return receivedAt >= deadline
}

/** What people quote: the request's docket number and a running number, `EXAMPLE-2026-0001-0042`. */
export function trackingNumber(docket: string, running: number): string {
  return `${docket}-${String(running).padStart(4, '0')}`
}

/** `EXAMPLE-2026-0001` of `EXAMPLE-2026-0001-0042`: the running number comes last. */
export function docketOf(number: string): string {
  return number.replace(/-\d+$/, '')
}
