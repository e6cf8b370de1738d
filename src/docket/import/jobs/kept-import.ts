import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { Columns } from '../columns.ts'
import type { ImportCounts, RowProblem } from '../model.ts'
import type { ImportId } from '../tables.ts'
import type { Handling, ImportState } from './model.ts'

/** A file on its way into a docket. */
export interface Import {
  id: ImportId
  request: RequestId
  process: ProcessId
  source: string
  sha256: string | undefined
  bytes: number
  told: Columns
  handling: Handling
  state: ImportState
  /** Why its file can no longer be read: a key of the words. */
  trouble: string | undefined
  counts: ImportCounts
  part: number
  broughtBy: PersonId | undefined
  broughtAt: Instant
  startedAt: Instant | undefined
  finishedAt: Instant | undefined
  claimedUntil: Instant | undefined
}

export interface KeptProblem extends RowProblem {
  position: number
}
