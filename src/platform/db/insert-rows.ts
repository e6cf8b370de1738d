import { type Insertable, sql } from 'kysely'
import type { Tx } from './handles.ts'

/** Bytes as PostgreSQL reads them from text. */
export const hexBytes = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

type Rows<Tables> = {
  [Table in keyof Tables]?: readonly { [Name in keyof Insertable<Tables[Table]>]: unknown }[]
}

/**
 * One statement for all these tables, and one parameter for each, however many rows: the database reads them by the
 * table's own types. Names of columns come from the first row; bytes go as `hexBytes`. A row that is there already is
 * an error, or is passed over where that is said.
 */
export async function insertRows<Tables>(
  tx: Tx<Tables>,
  rows: Rows<Tables>,
  when: 'always' | 'unless there' = 'always',
): Promise<void> {
  const inserts = Object.entries<readonly object[] | undefined>(rows).flatMap(([table, given = []]) =>
    given.length > 0
      ? [
          sql`${sql.id(table)} as (${insertOf(table, given)} ${when === 'always' ? sql`` : sql`on conflict do nothing`})`,
        ]
      : [],
  )
  if (inserts.length > 0) await sql`with ${sql.join(inserts)} select`.execute(tx)
}

function insertOf(table: string, rows: readonly object[]) {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))
  const into = sql.table(table)
  return sql`
    insert into ${into} (${columns})
    select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(rows)}::json)`
}
