import type { Generated, GeneratedAlways } from 'kysely'
import type { Id } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { LogTables } from './log/tables.ts'
import type { Detail, EntryId } from './model.ts'

export interface RecordTables extends LogTables {
  'record.entry': {
    id: EntryId
    written: GeneratedAlways<number>
    position: Generated<number | null>
    kind: string
    about_kind: string
    about_id: string
    process_id: string | null
    by: Id<'person'> | null
    organisation: Id<'organisation'> | null
    capacity: string | null
    at: Instant
    detail: Detail
  }
  'record.cursor': { reader: string; position: number }
}
