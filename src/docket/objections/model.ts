import type { Instant } from '../../platform/time.ts'
import type { CommentState } from '../comments/model.ts'

/** An objection as moderators list it. */
export interface Listed {
  number: string
  state: CommentState
  at: Instant
  outcome: 'upheld' | 'turned-down' | 'lapsed' | null
}
