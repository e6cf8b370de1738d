import type { ColumnType } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { DeliberationId, Electorate } from './model.ts'

type Later<Value> = ColumnType<Value | null, undefined, Value>
type Counter = ColumnType<number, undefined, number>

export interface DeliberationsTables {
  'deliberation.deliberation': {
    id: DeliberationId
    process_id: ProcessId
    request_id: RequestId | null
    issue_id: IssueId | null
    number: number
    title: string
    intro: string
    language: string
    opens_at: Instant
    closes_at: Instant
    zone: string
    electorate: Electorate
    created_at: Instant
    published_at: Later<Instant>
    opened_at: Later<Instant>
    closed_at: Later<Instant>
    statements: Counter
    participants: Counter
    network_key: ColumnType<Buffer | null, undefined, Buffer | null>
    imported_from: Later<string>
  }
  'deliberation.allowed_address': { deliberation_id: DeliberationId; address: string }
}
