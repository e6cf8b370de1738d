import type { Id } from '../../platform/id.ts'

export type ClaimId = Id<'claim'>

const MINUTE = 60_000

/** So long a claim waits for the press of a button that confirms it; then it is deleted. */
export const CLAIM_LIFE = 7 * 24 * 60 * MINUTE

/** A mailbox is not to be flooded by someone who knows its address, nor its owner kept out by them. */
export const LETTERS_AT_ONCE = { within: 15 * MINUTE, fromOnePlace: 3, inAll: 20 }

/** The code of the reason that stands in the public moderation log where a claim is upheld. */
export const NOT_SENT = 'not-sent-by-named'

/** Whose name the claimant says was used. */
export const whoses = ['mine', 'my-organisation', 'represented'] as const
export type Whose = (typeof whoses)[number]

/** What became of a claim about one comment; the first two uphold it. */
export const outcomes = ['name-taken-off', 'withheld', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
