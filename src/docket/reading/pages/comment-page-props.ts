import type { VNode } from 'preact'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { Deadline, ReplyRound } from '../../../requests/index.ts'
import type { WholeComment } from '../read-comment.ts'

export interface CommentPageProps extends WholeComment {
  process: Process
  now: Instant
  request: { docket: string; title: string; deadline: Deadline; replyRound?: ReplyRound | undefined }
  origin: string
  /** Whether the reader may decide what becomes of it. */
  mayModerate: boolean
  beside: readonly VNode[]
  /** What later steps made of it. */
  ledTo: readonly VNode[]
}
