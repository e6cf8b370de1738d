import type { IsolationLevel, Kysely, Transaction, TransactionBuilder } from 'kysely'

// That a handle on more tables does where fewer are asked (`out`) is declared, since the compiler cannot see it in
// Kysely's builders; comparing those member by member for every call doubled its time and memory.

/** A transaction on these tables: the only thing that may write. */
// @ts-expect-error declared, see above
export interface Tx<out Tables> extends Transaction<Tables> {}

/** A connection that may read these tables; a transaction on more tables than these will do as well. */
export type Db<Tables> = Opened<Tables> | Tx<Tables>

// @ts-expect-error declared, see above
interface Opened<out Tables> extends Kysely<Tables> {
  transaction(): Opening<Tables>
}

interface Opening<out Tables> extends TransactionBuilder<Tables> {
  setIsolationLevel(level: IsolationLevel): Opening<Tables>
  execute<Done>(act: (tx: Tx<Tables>) => Promise<Done>): Promise<Done>
}
