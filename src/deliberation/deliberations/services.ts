import type { ParticipantsTables } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { DeliberationsTables } from './tables.ts'

export type DeliberationsDatabase = DeliberationsTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables &
  RecordTables

export type DeliberationsDb = Db<DeliberationsDatabase>
export type DeliberationsServices = Services<DeliberationsDatabase>
