import type { ColumnType } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { Opinions } from './model.ts'
import type { Start } from './start.ts'

type Json<Value> = ColumnType<Value, string, string>

export interface OpinionsTables {
  'deliberation.opinion_map': {
    deliberation_id: DeliberationId
    version: number
    computed_at: Instant
    counted: string
    result: Json<Opinions>
    /** The same without who is flagged. */
    without: ColumnType<Opinions | null, string | null, string | null>
    start: Json<Start>
  }
}
