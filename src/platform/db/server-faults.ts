import { type Kysely, sql } from 'kysely'

interface Settings {
  version: number
  fsync: string
  full_page_writes: string
  synchronous_commit: string
  encoding: string
}

const oldest = 150_000

/** Why a database must not be trusted with comments: what it would lose in a power cut, or does not know. */
export async function serverFaults<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<Settings>`
    select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('server_encoding') as encoding`.execute(db)
  const found = rows[0]
  if (!found) return ['The database does not tell its settings.']
  const lost = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter(
    (name) => found[name] === 'off',
  )
  return [
    ...lost.map(
      (name) => `The database runs with ${name}=off, so a power cut could lose comments. Set it to on.`,
    ),
    ...(found.version < oldest ? ['The database is older than PostgreSQL 15. Use a newer one.'] : []),
    ...(found.encoding === 'UTF8' ? [] : ['The database is not encoded in UTF8. Make one that is.']),
  ]
}
