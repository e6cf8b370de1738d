import type { PersonId } from '../participants/model.ts'
import type { Id } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'

export type DecisionId = Id<'decision'>

/** What a moderator may do with a contribution. */
export type ModerationAct = 'post' | 'withhold'

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
  /** The moderator's own words; public, like the whole log. */
  explanation: string
  by: PersonId | undefined
  at: Instant
  /** Where the public log says so. */
  leaf: Id<'leaf'>
}

/** Withholding is always explained; posting needs no excuse. */
export function needsReason(act: ModerationAct): boolean {
  return act === 'withhold'
}

export interface ActCount {
  act: ModerationAct
  reason: string | undefined
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
