import type { Id } from '../../platform/id.ts'

export type CodeId = Id<'code'>
export type CoderId = Id<'coder'>
export type ExcerptId = Id<'excerpt'>
export type CodingId = Id<'coding'>

/** What an excerpt says about an issue. */
export const positions = ['support', 'support-with-condition', 'oppose', 'neutral', 'question'] as const
export type Position = (typeof positions)[number]

/** A program suggests; people make; where people differ, one of them settles. */
export type CodingStage = 'suggested' | 'made' | 'settled'

/** What became of a code that is no longer in use. */
export type CodeEnd = 'merged' | 'split' | 'retired'

/** Whether a coder reads a comment, is done with it, or found nothing of substance in it. */
export type ReadingState = 'taken' | 'done' | 'not-substantive'
