import type { PersonId } from '../../participants/model.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { StatementId } from '../statements/model.ts'

export type ParticipantId = Id<'participant'>
export type VoteId = Id<'vote'>

/** As the field writes it: 1 agrees, -1 disagrees, 0 passes. */
export type VoteValue = 1 | -1 | 0
export const voteWords = ['agree', 'disagree', 'pass'] as const
export type VoteWord = (typeof voteWords)[number]

const values: Record<VoteWord, VoteValue> = { agree: 1, disagree: -1, pass: 0 }
export const voteValueOf = (word: VoteWord): VoteValue => values[word]
export const wordOf = (value: number): VoteWord => (value > 0 ? 'agree' : value < 0 ? 'disagree' : 'pass')

export const LONGEST_REASON = 500

/** Whoever votes: a person who is signed in, or somebody who holds a resume code. */
export interface Voter {
  person: PersonId | undefined
  organisation: Id<'organisation'> | undefined
  /** What the resume code hashes to. */
  codeHash: Buffer | undefined
  /** What stands for the network they come from, until a day after voting ends. */
  network?: Buffer | undefined
}

/** A vote as it arrives. */
export interface CastVote {
  deliberation: DeliberationId
  voter: Voter
  statement: StatementId
  value: VoteValue
  matters: boolean
  /** Empty where none was given. */
  reason: string
  at: Instant
}

/** A vote as it was taken, or the same one that stood there already. */
export interface TakenVote {
  id: VoteId
  participant: ParticipantId
  /** The same vote was there: nothing was written. */
  again: boolean
  at: Instant
}

export interface Participant {
  id: ParticipantId
  number: number
  person: PersonId | undefined
  group: string | undefined
  /** Whether they were asked about themselves, whatever they said. */
  asked: boolean
  issues: readonly Id<'issue'>[]
}

/** A vote of somebody's own, as its receipt and their list show it. */
export interface OwnVote {
  id: VoteId
  statement: number
  statementId: StatementId
  value: VoteValue
  matters: boolean
  at: Instant
  counts: boolean
  sealed: boolean
}
