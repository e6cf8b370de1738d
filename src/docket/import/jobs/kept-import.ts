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
  /** The hash of what was brought, wherever it lies; nothing of a folder. */
  content: string | undefined
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
  /** How often it came to no end since it last went on. */
  attempts: number
}

export interface KeptProblem extends Omit<RowProblem, 'said'> {
  position: number
  /** In English. */
  reason: string
  said: RowProblem['said'] | undefined
}

export interface ProblemKind extends Pick<KeptProblem, 'outcome' | 'reason' | 'said'> {
  count: number
}
