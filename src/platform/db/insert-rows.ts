import { type Insertable, sql } from 'kysely'
import type { Tx } from './handles.ts'

/** Bytes as PostgreSQL reads them from text. */
export const hexBytes = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

type Row<Columns> = { [Name in keyof Insertable<Columns>]: unknown }

/**
 * One statement with one parameter, however many rows: the database reads them by the table's own types.
 * Names of columns come from the first row; bytes go as `hexBytes`.
 */
export async function insertRows<Tables, Table extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Table,
  rows: readonly Row<Tables[Table]>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  const into = sql.table(table)
  await sql`
    insert into ${into} (${columns})
    select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(rows)}::json)`.execute(tx)
}
