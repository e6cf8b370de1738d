import type { PersonId } from '../../participants/model.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import type { Decision, DecisionId } from '../model.ts'

export type ObjectionId = Id<'objection'>

/** How an objection ends; it lapses where what it is about was withdrawn or erased. */
export type ObjectionOutcome = 'upheld' | 'turned-down' | 'lapsed'

/** That somebody objects to a decision, and how it ended: public, unlike what they wrote. */
export interface Objection {
  id: ObjectionId
  process: Id<'process'>
  about: Ref
  decision: DecisionId
  at: Instant
  outcome: ObjectionOutcome | undefined
  closedAt: Instant | undefined
  /** Why it was turned down. */
  why: string
}

export const LONGEST_OBJECTION = 5000

/** So many objections about one thing are taken in this time, one after the other. */
export const OBJECTIONS_AT_ONCE = { max: 3, within: 7 * 86_400_000 }

/** Nobody objects to what was posted whole. */
export function isObjectionable({ act }: Pick<Decision, 'act'>): boolean {
  return act === 'withhold' || act === 'redact'
}

/** Whoever had a part in the decision answers an objection to it only where nobody else could. */
export function mayAnswer(
  person: PersonId | undefined,
  deciders: readonly PersonId[],
  moderators: readonly PersonId[],
): boolean {
  if (person === undefined) return false
  return !deciders.includes(person) || moderators.every((one) => one === person || deciders.includes(one))
}

/** Showing more by somebody else's hand upholds what was objected; all of it, by anybody's. */
export function upholds({ act, by }: Pick<Decision, 'act' | 'by'>, deciders: readonly PersonId[]): boolean {
  if (act === 'post') return true
  return act === 'redact' && (by === undefined || !deciders.includes(by))
}
