import type { Db, Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/services.ts'
import type { CodingDatabase } from '../coding/services.ts'
import type { ProgramTables } from './tables.ts'

export type ProgramDatabase = CodingDatabase & ProgramTables

export type ProgramDb = Db<ProgramDatabase>
export type ProgramTx = Tx<ProgramDatabase>
export type ProgramServices = Services<ProgramDatabase>
