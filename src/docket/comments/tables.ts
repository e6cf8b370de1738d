import type { ColumnType } from 'kysely'
import type { InterestKind, OrganisationId, PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { QuestionId, RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { SearchTables } from '../search/tables.ts'
import type {
  AnswerId,
  AttachmentId,
  Capacity,
  Channel,
  CommentId,
  CommentState,
  Publication,
  SupersededAs,
  Verification,
} from './model.ts'
import type { SignatoryId, SignatoryState } from './signatories/model.ts'

export interface CommentTables extends SearchTables {
  /** Kept by the database itself with every change of a comment. */
  'docket.tally': {
    request_id: RequestId
    standing: string
    confidential: boolean
    named: boolean
    verification: Verification
    declared_group: string
    language: string
    country: string | null
    channel: Channel
    count: number
  }
  'docket.counter': { request_id: RequestId; last: number }
  'docket.comment': {
    id: CommentId
    process_id: ProcessId
    request_id: RequestId
    number: string
    channel: Channel
    state: CommentState
    received_at: Instant
    language: string
    declared_group: string
    assigned_group: string | null
    country: string | null
    named: boolean
    confidential: boolean
    idempotency_key: string
    key_hash: Buffer | null
    leaf_id: LeafId
    original_id: string | null
    original_source: string | null
    original_at: Instant | null
    withdrawn_at: Instant | null
    superseded_by: CommentId | null
    superseded_as: SupersededAs | null
    verification: ColumnType<Verification, Verification | undefined>
  }
  'docket.confirmation_link': { token_hash: Buffer; comment_id: CommentId; made_at: Instant }
  'docket.particulars': {
    comment_id: CommentId
    name: string | null
    email: string | null
    organisation: string | null
    capacity: Capacity | null
  }
  'docket.interest': {
    comment_id: CommentId
    position: number
    kind: InterestKind
    words: string
    confidential: boolean
  }
  'docket.answer': {
    id: AnswerId
    comment_id: CommentId
    question_id: QuestionId | null
    position: number
    publication: Publication
    version_id: VersionId
    published_id: VersionId | null
  }
  'docket.signatory': {
    id: SignatoryId
    comment_id: CommentId
    position: number
    in_leaf: boolean
    name: string | null
    country: string | null
    email: string | null
    state: SignatoryState
    verification: ColumnType<Verification, Verification | undefined>
    organisation: OrganisationId | null
    by_person: PersonId | null
    token_hash: Buffer | null
    letter_due: ColumnType<boolean, boolean | undefined>
    letters: ColumnType<number, number | undefined>
    letter_at: Instant | null
    reason: string | null
    added_at: Instant
    answered_at: Instant | null
  }
  'docket.reply': { comment_id: CommentId; answered_id: CommentId }
  'docket.attachment': {
    id: AttachmentId
    comment_id: CommentId
    position: number
    name: string
    media_type: string
    bytes: number
    sha256: string
    publication: Publication
    extraction: 'waiting' | 'done' | 'refused'
    extraction_note: string | null
    version_id: VersionId | null
    held_back: ColumnType<boolean, boolean | undefined>
  }
}
