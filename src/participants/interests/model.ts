import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

export type InterestId = Id<'interest'>

/** What somebody can have at stake; `standards` are patents and other rights in what a standard needs, too. */
export const interestKinds = ['funding', 'ownership', 'employment', 'standards', 'other'] as const
export type InterestKind = (typeof interestKinds)[number]

export const LONGEST_INTEREST = 500

/** One interest in the words of whoever has it. */
export interface Interest {
  kind: InterestKind
  words: string
}

/** As a person keeps it: from when, and until when. */
export interface DeclaredInterest extends Interest {
  id: InterestId
  declaredAt: Instant
  endedAt: Instant | undefined
}
