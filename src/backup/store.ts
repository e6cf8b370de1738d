import type { ClientBase } from 'pg'
import type { SequenceState, TableRows } from './model.ts'

export interface Table {
  name: string
  columns: string[]
}

async function rowsOf<Row>(client: ClientBase, text: string, ...values: unknown[]): Promise<Row[]> {
  return (await client.query(text, values)).rows
}

const quoted = (name: string) =>
  name
    .split('.')
    .map((one) => `"${one.replaceAll('"', '""')}"`)
    .join('.')

/** As text, COPY must read the same on a server with other settings. */
export async function settle(client: ClientBase): Promise<void> {
  await client.query(`
    set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
    set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
}

/** All tables of these schemas with the columns that are stored as they are given, ordered by name. */
export function listTables(client: ClientBase, schemas: readonly string[]): Promise<Table[]> {
  return rowsOf(
    client,
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname = any($1) group by 1 order by 1`,
    schemas,
  )
}

export async function listSequences(
  client: ClientBase,
  schemas: readonly string[],
): Promise<SequenceState[]> {
  const names = await rowsOf<{ name: string }>(
    client,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any($1) order by 1`,
    schemas,
  )
  const states: SequenceState[] = []
  for (const { name } of names) {
    const [state] = await rowsOf<{ last: string; called: boolean }>(
      client,
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    )
    if (state) states.push({ name, ...state })
  }
  return states
}

export async function setSequence(client: ClientBase, { name, last, called }: SequenceState): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called])
}

const columnsOf = ({ columns }: Table) => columns.map(quoted).join(', ')
export const copyOutOf = (table: Table): string =>
  `copy ${quoted(table.name)} (${columnsOf(table)}) to stdout`
export const copyInto = (table: Table): string =>
  `copy ${quoted(table.name)} (${columnsOf(table)}) from stdin`

export async function countRows(client: ClientBase, table: string): Promise<number> {
  const [row] = await rowsOf<{ rows: number }>(client, `select count(*) as rows from ${quoted(table)}`)
  return Number(row?.rows)
}

export async function databaseBytes(client: ClientBase): Promise<number> {
  const [row] = await rowsOf<{ bytes: number }>(
    client,
    'select pg_database_size(current_database()) as bytes',
  )
  return Number(row?.bytes)
}

export async function migrationsOf(client: ClientBase) {
  return rowsOf<{ name: string; sha256: string }>(
    client,
    'select name, sha256 from platform.migration order by name',
  )
}

/** Which of these schemas are there, and hold something that a restore would meet. */
export async function listSchemas(client: ClientBase, schemas: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    client,
    'select nspname as name from pg_namespace where nspname = any($1) order by 1',
    schemas,
  )
  return rows.map(({ name }) => name)
}

/** The tables that name stored files: by the house's rule in a column `sha256` of type text. */
export async function tablesWithFiles(client: ClientBase, schemas: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    client,
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'sha256' and data_type = 'text' and table_schema = any($1)
       and (table_schema, table_name) <> ('platform', 'migration') order by 1`,
    schemas,
  )
  return rows.map(({ name }) => name)
}

const page = 1000

/** An import names its file for good, and needs it until it is done; backups of before named all. */
const isNeeded = (name: string, finished: boolean) =>
  name === 'docket.import' && !finished ? `state in ('proposed', 'waiting', 'running')` : 'true'

/** The address of every file that the database needs, each once and in order; within a transaction. */
export async function* addressesOfFiles(
  client: ClientBase,
  schemas: readonly string[],
  { finished = false }: { finished?: boolean } = {},
): AsyncGenerator<string> {
  const tables = await tablesWithFiles(client, schemas)
  const all = tables.map(
    (name) => `select sha256 from ${quoted(name)} where sha256 is not null and ${isNeeded(name, finished)}`,
  )
  if (all.length === 0) return
  await client.query(
    `declare named_files no scroll cursor for select sha256 from (${all.join(' union ')}) as named order by sha256 collate "C"`,
  )
  for (;;) {
    const rows = await rowsOf<{ sha256: string }>(client, `fetch ${page} from named_files`)
    for (const { sha256 } of rows) yield sha256
    if (rows.length < page) break
  }
  await client.query('close named_files')
}

interface Removed {
  remove: string
  restore: string
}

/** Foreign keys and indexes go while rows come in, and are made and checked anew over all of them at once. */
async function listHindrances(client: ClientBase, schemas: readonly string[]): Promise<Removed[]> {
  return rowsOf(
    client,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore,
       1 as step
     from pg_constraint where contype = 'f' and connamespace::regnamespace::text = any($1)
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 2
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'i'
       and not exists (select from pg_constraint where conindid = i.indexrelid and contype <> 'f')
     order by step`,
    schemas,
  )
}

/** Lets `fill` put rows into these tables, which are emptied first, past the triggers that guard them. */
export async function refill(
  client: ClientBase,
  schemas: readonly string[],
  tables: readonly TableRows[],
  fill: () => Promise<void>,
): Promise<void> {
  const hindrances = await listHindrances(client, schemas)
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
  for (const { remove } of hindrances) await client.query(remove)
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  await fill()
  for (const { restore } of hindrances.toReversed()) await client.query(restore)
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
}

export async function refreshStatistics(client: ClientBase): Promise<void> {
  await client.query('analyze')
}
