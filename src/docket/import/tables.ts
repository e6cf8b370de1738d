import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PersonId } from '../../participants/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { KeptGlance } from './inspect.ts'
import type { Handling, ImportState } from './jobs/model.ts'
import type { ImportCounts, Remark, RowKind, RowProblem } from './model.ts'

export type ImportId = Id<'import'>

export interface ImportTables {
  'docket.imported_row': {
    request_id: RequestId
    key: string
    comment_id: CommentId | null
    source: string
    row_number: number
    kind: RowKind
    original_group: string | null
    /** Those that the row names and that are not kept here. */
    attachments: JSONColumnType<string[]>
    words_sha256: string
    /** Made of all its cells, where the key is the id it came with: under whatever columns, it is the same row. */
    cells_key: string | null
    rest: JSONColumnType<Record<string, string>>
  }
  'docket.import': {
    id: ImportId
    process_id: ProcessId
    request_id: RequestId
    source: string
    /** Of the file as it lies here; what the command line reads lies elsewhere. */
    sha256: string | null
    /** Of what was brought, wherever it lies; nothing of a folder. */
    content_sha256: string | null
    bytes: number
    /** Our fields and the file's columns, as they were confirmed. */
    told: JSONColumnType<[string, string][]>
    handling: JSONColumnType<Partial<Handling>>
    glance: JSONColumnType<KeptGlance> | null
    state: ImportState
    trouble: string | null
    /** How often it was begun and came to no end since it last went on. */
    attempts: Generated<number>
    counts: JSONColumnType<ImportCounts>
    part: number
    brought_by: PersonId | null
    brought_at: Instant
    started_at: Instant | null
    finished_at: Instant | null
    claim: string | null
    claimed_until: ColumnType<Instant | null>
  }
  'docket.import_problem': {
    import_id: ImportId
    position: Generated<number>
    row_number: number
    place: string | null
    outcome: RowProblem['outcome']
    /** In English; `said` is the same for whoever reads it. */
    reason: string
    said: JSONColumnType<Remark> | null
    cells: JSONColumnType<Record<string, string>> | null
  }
}
