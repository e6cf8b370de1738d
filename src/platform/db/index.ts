import type { Kysely, Transaction } from 'kysely'

/** A connection that may read these tables; a transaction on more tables than these will do as well. */
export type Db<Tables> = Kysely<Tables> | Transaction<Tables>
/** A transaction on these tables: the only thing that may write. */
export type Tx<Tables> = Transaction<Tables>

export { databaseIsAway, isUnstorableText } from './away.ts'
export { type Connected, type Connection, connect } from './connect.ts'
export { hexBytes, insertRows } from './insert-rows.ts'
export { migrate } from './migrate.ts'
export { serverFaults } from './server-faults.ts'
