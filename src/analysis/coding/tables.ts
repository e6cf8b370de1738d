import type { ColumnType } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { CodebookTables } from '../codebook/tables.ts'
import type {
  CodeId,
  CoderId,
  CodingId,
  CodingStage,
  ExcerptId,
  ExcerptKind,
  Position,
  ReadingState,
} from './model.ts'
import type { SuggestionAnswer } from './suggestions/model.ts'

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
    /** Only programs have pointed to it so far. */
    suggested: ColumnType<boolean, boolean | undefined>
    /** Its words do not stand in what the public reads now. */
    lost: ColumnType<boolean, boolean | undefined>
    /** A summary cites it; triggers keep it beside the citations. */
    cited: ColumnType<boolean, undefined, never>
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
    kind: ColumnType<ExcerptKind | null, ExcerptKind | null | undefined>
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
  /** A posted comment and its turn; triggers keep it beside the docket and the readings. */
  'analysis.queued': {
    comment_id: CommentId
    request_id: RequestId
    turn: number
    texts: number
    doubt: number
    readers: number
    done: number
    nothing: boolean
    wanted: number
  }
  /** One thing that a program suggests; just one of the four is there. */
  'analysis.suggested_part': {
    coding_id: CodingId
    code_id: CodeId | null
    issue_id: IssueId | null
    position: Position | null
    kind: ExcerptKind | null
    confidence: number
  }
  /** What a person made of a suggestion. */
  'analysis.suggestion_answer': {
    coding_id: CodingId
    coder_id: CoderId
    answer: SuggestionAnswer
    at: Instant
  }
  /** Of how many comments in a hundred a second coder reads each. */
  'analysis.second_reading': { request_id: RequestId; percent: number }
}
