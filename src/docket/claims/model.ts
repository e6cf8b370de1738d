import type { Id } from '../../platform/id.ts'

export type ClaimId = Id<'claim'>

/** Whose name the claimant says was used. */
export const whoses = ['mine', 'my-organisation', 'represented'] as const
export type Whose = (typeof whoses)[number]

/** What became of a claim about one comment; the first two uphold it. */
export const outcomes = ['name-taken-off', 'withheld', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
