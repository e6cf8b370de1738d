import type { PersonId } from '../participants/model.ts'
import type { Id } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'
import type { VersionId } from '../texts/model.ts'

export type DecisionId = Id<'decision'>
export type RedactionId = Id<'redaction'>

/** What may become of a contribution: moderators decide, an administrator erases. */
export type ModerationAct = 'post' | 'redact' | 'withhold' | 'erase'

/** Why something is withheld: a row, so that a convenor may add to the list. */
export interface Reason {
  code: string
  name: string
  meaning: string
}

export interface Decision {
  id: DecisionId
  process: Id<'process'>
  about: Ref
  act: ModerationAct
  reason: string | undefined
  /** How many stretches and files were left out, and the codes of the reasons why. */
  redactions: number
  redactedFor: readonly string[]
  /** The moderator's own words; public, like the whole log. */
  explanation: string
  by: PersonId | undefined
  at: Instant
  /** Where the public log says so. */
  leaf: Id<'leaf'>
}

/** What must not be published of a contribution: a stretch of one of its texts, or a whole file. */
export interface Redaction {
  id: RedactionId
  about: Ref
  /** The text or file it lies in. */
  of: Ref
  stretch: { version: VersionId; start: number; end: number } | undefined
  reason: string
  by: PersonId | undefined
  at: Instant
}

/** Withholding and erasing are always explained; posting needs no excuse. */
export function needsReason(act: ModerationAct): boolean {
  return act === 'withhold' || act === 'erase'
}

/** The codes of all reasons that a decision gives. */
export function reasonsOf({
  reason,
  redactedFor,
}: Pick<Decision, 'reason' | 'redactedFor'>): readonly string[] {
  return reason === undefined ? redactedFor : [reason, ...redactedFor]
}

export interface ActCount {
  /** Of what it is about. */
  kind: string
  act: ModerationAct
  reason: string | undefined
  redactedFor: readonly string[]
  count: number
}

/** What a ref is called and where it stands; known only to the capability it belongs to. */
export interface Named {
  text: string
  href: string
}

/** Where a page of the log ended; the next begins after it. */
export interface LogPlace {
  at: Instant
  id: DecisionId
}
