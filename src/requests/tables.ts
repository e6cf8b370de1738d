import type { ColumnType } from 'kysely'
import type { Instant } from '../platform/time.ts'
import type { IssueId, ProcessId } from '../processes/index.ts'
import type { LeafId } from '../record/index.ts'
import type { QuestionId, RequestId } from './model.ts'
import type { PapersTables } from './papers/tables.ts'

export interface RequestsTables extends PapersTables {
  'requests.request': {
    id: RequestId
    process_id: ProcessId
    docket: string
    title: string
    notice: string
    language: string
    opens_at: Instant
    created_at: Instant
    published_at: Instant | null
    leaf_id: LeafId | null
  }
  'requests.docket_number': { prefix: string; year: number; last: number }
  'requests.deadline': {
    request_id: RequestId
    position: number
    at: Instant
    zone: string
    reason: string
    set_at: Instant
    leaf_id: LeafId | null
  }
  'requests.question': {
    id: QuestionId
    request_id: RequestId
    number: number
    text: string
    hint: string
    priority: boolean
    asks_for_issues: ColumnType<boolean, boolean | undefined>
  }
  'requests.reply_round': {
    request_id: RequestId
    opens_at: Instant
    closes_at: Instant
    zone: string
    announced_at: Instant
  }
  'requests.question_issue': { question_id: QuestionId; issue_id: IssueId }
}
