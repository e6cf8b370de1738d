import type { PostedTables } from '../../docket/index.ts'
import type { Actor, ParticipantsTables } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { OfferedPart } from '../../platform/html/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { CodingTables } from './tables.ts'

export type CodingDatabase = CodingTables &
  PostedTables &
  RecordTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables

export type CodingDb = Db<CodingDatabase>
export type CodingTx = Tx<CodingDatabase>
export type CodingServices = Services<CodingDatabase>

/** The desk shows what later steps offer. */
export interface DeskServices extends CodingServices {
  parts: readonly OfferedPart<Actor>[]
}
