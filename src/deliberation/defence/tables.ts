import type { ColumnType } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { Finding, JudgmentId } from './model.ts'

export interface DefenceTables {
  'deliberation.defence_report': {
    deliberation_id: DeliberationId
    examined_at: Instant
    findings: ColumnType<Finding[], string, string>
  }
  'deliberation.finding_judgment': {
    id: JudgmentId
    place: ColumnType<number, undefined, never>
    deliberation_id: DeliberationId
    finding: string
    flagged: boolean
    people: number
    reason: string
    at: Instant
  }
}
