import type { CommentTables, PostedTables } from '../../docket/index.ts'
import type { ModerationTables } from '../../moderation/index.ts'
import type { ParticipantsTables } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { CodingTables } from '../coding/tables.ts'
import type { SummaryTables } from './tables.ts'

/** Of the docket only its views of what is posted are joined; its other tables are for its own functions. */
export type SummariesDatabase = SummaryTables &
  CodingTables &
  PostedTables &
  CommentTables &
  ModerationTables &
  RecordTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables

export type SummariesDb = Db<SummariesDatabase>
export type SummariesTx = Tx<SummariesDatabase>
export type SummariesServices = Services<SummariesDatabase>
