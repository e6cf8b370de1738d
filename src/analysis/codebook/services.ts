import type { ParticipantsTables } from '../../participants/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables, ProcessId } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { Recount } from './merge-codes.ts'
import type { CodeId } from './model.ts'
import type { CodebookTables } from './tables.ts'

export type CodebookDatabase = CodebookTables & RecordTables & ProcessesTables & ParticipantsTables

/** What only those who code know, and the codebook asks. */
export interface Uses {
  /** How many excerpts carry each code. */
  countUses(process: ProcessId): Promise<ReadonlyMap<CodeId, number>>
  recount: Recount
}

export interface CodebookServices extends Services<CodebookDatabase>, Uses {}
