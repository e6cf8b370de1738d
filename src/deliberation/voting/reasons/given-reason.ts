import type { Id } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'

export type ReasonId = Id<'vote-reason'>
export type ReasonState = 'pending' | 'posted' | 'withheld'

export interface GivenReason {
  id: ReasonId
  number: number
  statement: number
  words: string
  state: ReasonState
  at: Instant
}
