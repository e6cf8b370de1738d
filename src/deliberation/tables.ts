import type { DefenceTables } from './defence/tables.ts'
import type { TakingTables } from './exchange/taking/tables.ts'
import type { OpinionsTables } from './opinions/tables.ts'
import type { DeliberationTables as VotesTables } from './voting/tables.ts'

/** The tables of all rooms here. */
export type DeliberationTables = VotesTables & DefenceTables & OpinionsTables & TakingTables
