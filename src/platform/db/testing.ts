import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import { type Connected, type Connection, connect } from './connect.ts'
import { migrate } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { host: string; user: string; database: string }
  }
}

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url))

function templateName(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(`${migrations}/${name}`))
  return `template_${hash.digest('hex').slice(0, 12)}`
}

async function exists(db: Kysely<unknown>, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(db)
  return rows.length > 0
}

async function makeTemplate(db: Kysely<unknown>, name: string, cluster: { host: string; user: string }) {
  if (await exists(db, name)) return
  const making = `making_${randomUUID().slice(0, 8)}`
  await sql`create database ${sql.id(making)}`.execute(db)
  const template = connect({ ...cluster, database: making }, { max: 1 })
  await migrate(template.db, migrations)
  await template.close()
  await sql`alter database ${sql.id(making)} rename to ${sql.id(name)}`.execute(db)
}

export interface TestDatabase<Tables> extends Connected<Tables> {
  connection: Connection
}

/** A real, migrated database of its own for one test file: cloned from a template, dropped when closed. */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const cluster = inject('cluster')
  const template = templateName()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = connect<unknown>(cluster, { max: 1 })
  await admin.db.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(1)`.execute(db)
    await makeTemplate(db, template, cluster)
    await sql`create database ${sql.id(name)} template ${sql.id(template)} strategy file_copy`.execute(db)
    await sql`select pg_advisory_unlock(1)`.execute(db)
  })
  const connection = { ...cluster, database: name }
  const connected = connect<Tables>(connection)
  const close = async () => {
    await connected.close()
    await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db)
    await admin.close()
  }
  return { ...connected, connection, close }
}
