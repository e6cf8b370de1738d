import type { PersonId } from '../../participants/model.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'

export type ProposalId = Id<'proposal'>

/** What became of a proposal to withhold; it is overtaken where another decision settles it. */
export type ProposalOutcome = 'confirmed' | 'turned-down' | 'taken-back' | 'overtaken'

/** One moderator would withhold this; another says yes or no. */
export interface Proposal {
  id: ProposalId
  process: Id<'process'>
  about: Ref
  reason: string
  explanation: string
  by: PersonId
  at: Instant
}

/** A proposal that somebody else did not agree with; it is public, as decisions are. */
export interface TurnedDown extends Omit<Proposal, 'by'> {
  closedAt: Instant
  why: string
}

/** Whether withholding waits for somebody else, and why not where it does not. */
export type SecondLook = 'required' | 'switched-off' | 'nobody-else'
