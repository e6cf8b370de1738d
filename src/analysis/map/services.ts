import type { Actor } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { OfferedPart } from '../../platform/html/index.ts'
import type { Services } from '../../platform/services.ts'
import type { CampaignTables } from '../campaigns/tables.ts'
import type { CodingDatabase } from '../coding/services.ts'
import type { MapTables } from './tables.ts'

export type MapDatabase = MapTables & CodingDatabase & CampaignTables

export type MapDb = Db<MapDatabase>
export type MapTx = Tx<MapDatabase>
export type MapServices = Services<MapDatabase>

/** Its pages show what later steps offer. */
export interface MapPageServices extends Services<MapDatabase> {
  parts: readonly OfferedPart<Actor>[]
}
