import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql, type Transaction } from 'kysely'

const ONE_AT_A_TIME = 5_243_118

async function applyOne<Tables>(tx: Transaction<Tables>, name: string, text: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from platform.migration where name = ${name}`.execute(tx)
  const applied = rows[0]
  if (applied && applied.sha256 !== sha256) {
    throw new Error(`Migration ${name} was changed after it was applied; write a new one instead.`)
  }
  if (applied) return false
  await sql.raw(text).execute(tx)
  await sql`insert into platform.migration (name, sha256) values (${name}, ${sha256})`.execute(tx)
  return true
}

async function prepare<Tables>(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(ONE_AT_A_TIME)})`.execute(tx)
  await sql`create schema if not exists platform`.execute(tx)
  await sql`create table if not exists platform.migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`.execute(tx)
}

export interface AppliedMigration {
  name: string
  sha256: string
}

const namesIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

/** The migrations that this program knows. */
export async function listMigrations(folder: string): Promise<AppliedMigration[]> {
  const hashed = (await namesIn(folder)).map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8')
    return { name, sha256: createHash('sha256').update(text).digest('hex') }
  })
  return Promise.all(hashed)
}

/** Brings the database to the newest form, or to that of these migrations, within a transaction of the caller's. */
export async function migrateWithin<Tables>(
  tx: Transaction<Tables>,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => only?.has(name) ?? true)
  if (names.length === 0) throw new Error(`There is no migration in ${folder}.`)
  await prepare(tx)
  const applied: string[] = []
  for (const name of names) {
    if (await applyOne(tx, name, await readFile(join(folder, name), 'utf8'))) applied.push(name)
  }
  return applied
}

/** Brings the database to the newest form, forward only: all of it or nothing; answers the names applied. */
export function migrate<Tables>(db: Kysely<Tables>, folder: string): Promise<string[]> {
  return db.transaction().execute((tx) => migrateWithin(tx, folder))
}
