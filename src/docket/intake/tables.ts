import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'

export type DraftId = Id<'draft'>
export type DraftFileId = Id<'draft-file'>

export interface IntakeTables {
  'docket.draft': {
    id: DraftId
    request_id: RequestId
    resume_hash: Buffer
    sealed: Buffer | null
    saved_at: Instant
    comment_id: CommentId | null
  }
  'docket.draft_file': {
    id: DraftFileId
    draft_id: DraftId
    position: number
    name: string
    media_type: string
    bytes: number
    sha256: string
    extraction: 'waiting' | 'done' | 'refused'
    extraction_note: string | null
    extractor: string | null
    extractor_version: string | null
    extracted: string | null
    added_at: Instant
  }
}
