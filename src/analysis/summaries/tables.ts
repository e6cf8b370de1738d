import type { ColumnType } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { ExcerptId, Position } from '../coding/model.ts'
import type { ContestId, LineId, SentenceId, SummaryId, SummaryVersionId } from './model.ts'

export interface SummaryTables {
  'analysis.summary': {
    id: SummaryId
    process_id: ProcessId
    request_id: RequestId
    issue_id: IssueId
    revision: ColumnType<number, number | undefined>
  }
  'analysis.summary_version': {
    id: SummaryVersionId
    summary_id: SummaryId
    number: number
    published_at: Instant
    published_by: PersonId | null
    contest_until: Instant
    zone: string
    in_spite: string
    changes: string
  }
  'analysis.summary_sentence': {
    id: SentenceId
    summary_id: SummaryId
    /** Nothing where it stands in the draft. */
    version_id: SummaryVersionId | null
    line: LineId
    position: number
    revision: ColumnType<number, number | undefined>
    text: string
  }
  'analysis.citation': {
    sentence_id: SentenceId
    excerpt_id: ExcerptId
    comment_id: CommentId
    place: number
    held: Position | null
  }
  'analysis.quoted': {
    sentence_id: SentenceId
    excerpt_id: ExcerptId
    comment_id: CommentId
    starts: number
    ends: number
  }
  'analysis.contest': {
    id: ContestId
    process_id: ProcessId
    request_id: RequestId
    summary_id: SummaryId
    version_id: SummaryVersionId
    sentence_id: SentenceId | null
    comment_id: CommentId
    words: string
    at: Instant
    late: boolean
    state: 'screening' | 'posted' | 'withheld'
    outcome: ColumnType<'upheld' | 'not-upheld' | null, undefined>
    answer: ColumnType<string, undefined>
    answered_at: ColumnType<Instant | null, undefined>
    answered_by: ColumnType<PersonId | null, undefined>
    corrected_id: ColumnType<SummaryVersionId | null, undefined>
  }
}
