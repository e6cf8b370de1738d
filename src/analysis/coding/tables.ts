import type { ColumnType } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { CodebookTables } from '../codebook/tables.ts'
import type { CoderId, CodingId, CodingStage, ExcerptId, Position, ReadingState } from './model.ts'

export interface CodingTables extends CodebookTables {
  'analysis.coder': {
    id: CoderId
    process_id: ProcessId
    person_id: PersonId | null
    program: string | null
    program_version: string | null
  }
  'analysis.excerpt': {
    id: ExcerptId
    process_id: ProcessId
    request_id: RequestId
    comment_id: CommentId
    version_id: VersionId
    starts: number
    ends: number
    made_by: CoderId
    made_at: Instant
    words_sha256: Buffer
  }
  'analysis.coding': {
    id: CodingId
    excerpt_id: ExcerptId
    coder_id: CoderId
    stage: CodingStage
    at: Instant
    confidence: number | null
    counts: ColumnType<boolean, boolean | undefined>
    reason: ColumnType<string, string | undefined>
  }
  'analysis.coded_position': {
    coding_id: CodingId
    issue_id: IssueId
    position: Position
    condition: string
  }
  'analysis.reading': {
    comment_id: CommentId
    coder_id: CoderId
    state: ReadingState
    at: Instant
    /** 1 for the first who reads a comment, 2 for the second. */
    place: number
  }
  /** Of how many comments in a hundred a second coder reads each. */
  'analysis.second_reading': { request_id: RequestId; percent: number }
}
