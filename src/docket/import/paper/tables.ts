import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CommentId } from '../../comments/model.ts'

export interface PaperTables {
  'docket.paper': {
    comment_id: CommentId
    received_on: string
    postmarked_on: string | null
    entered_by: PersonId | null
    entered_at: Instant
  }
}
