import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { QuestionId, RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { Channel, CommentId, Verification } from '../comments/model.ts'
import type { SignatoryId } from '../comments/signatories/model.ts'

/** Views of what is posted: what later steps join, so that nothing else of the docket can reach them. */
export interface PostedTables {
  'docket.posted_comment': {
    id: CommentId
    process_id: ProcessId
    request_id: RequestId
    number: string
    sent_at: Instant
    language: string
    /** The one that the convenor assigned, or else the declared one. */
    stakeholder_group: string
    country: string | null
    channel: Channel
    verification: Verification
    named: boolean
    by_organisation: boolean
    /** Its sender put another comment in its place. */
    superseded: boolean
  }
  /** The names that the public reads beneath a joint comment. */
  'docket.posted_signatory': { id: SignatoryId; comment_id: CommentId; verification: Verification }
  /** Of each answer and attachment the version that the public reads now. */
  'docket.posted_text': {
    comment_id: CommentId
    request_id: RequestId
    of_kind: 'answer' | 'attachment'
    of_id: string
    question_id: QuestionId | null
    position: number
    version_id: VersionId
    language: string | null
    text: string
  }
}
