import type { ColumnType } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { DeliberationImport, DeliberationImportId, KeptFile, Told } from './model.ts'

export interface TakingTables {
  'deliberation.import': {
    id: DeliberationImportId
    process_id: ProcessId
    title: string
    origin: string
    language: string
    files: ColumnType<KeptFile[], string, never>
    told: ColumnType<Told, string, never>
    state: DeliberationImport['state']
    deliberation_id: ColumnType<DeliberationId | null, undefined, DeliberationId>
    person_id: PersonId | null
    at: Instant
  }
}
