import type { ColumnType } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type {
  CodeEnd,
  CodeId,
  CoderId,
  CodingId,
  CodingStage,
  ExcerptId,
  Position,
  ReadingState,
} from './model.ts'

export interface CodingTables {
  'analysis.code': {
    id: CodeId
    process_id: ProcessId
    parent_id: CodeId | null
    position: number
    name: string
    definition: string
    example: string
    ended_at: Instant | null
    ended_as: CodeEnd | null
  }
  'analysis.code_successor': { code_id: CodeId; successor_id: CodeId }
  'analysis.code_wording': {
    code_id: CodeId
    at: Instant
    by_person: PersonId | null
    name: string
    definition: string
    example: string
  }
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
  }
  'analysis.coding': {
    id: CodingId
    excerpt_id: ExcerptId
    coder_id: CoderId
    stage: CodingStage
    at: Instant
    confidence: number | null
    counts: ColumnType<boolean, boolean | undefined>
  }
  'analysis.coded_code': { coding_id: CodingId; code_id: CodeId }
  'analysis.coded_position': {
    coding_id: CodingId
    issue_id: IssueId
    position: Position
    condition: string
  }
  'analysis.reading': { comment_id: CommentId; coder_id: CoderId; state: ReadingState; at: Instant }
}
