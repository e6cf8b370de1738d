import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig, types } from 'pg'

/** Where a PostgreSQL is: an address, or a socket folder with user and database. */
export type Connection = { url: string } | { host: string; user: string; database: string }

export interface Connected<Tables> {
  db: Kysely<Tables>
  pool: Pool
  close(): Promise<void>
}

const INT8 = 20

/** Counts and log positions come as numbers; none of ours passes 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : types.getTypeParser(oid, format)
}

export interface ConnectOptions {
  max?: number
  /** What the server calls these connections in its lists. */
  name?: string
  log?: (line: string) => void
}

/** Opens a pool that survives a database that goes away: each lost client is logged, never thrown. */
export function connect<Tables>(
  connection: Connection,
  { max = 10, name = 'parley', log = (_line: string) => {} }: ConnectOptions = {},
): Connected<Tables> {
  const { url, ...socket } = 'url' in connection ? connection : { url: undefined, ...connection }
  const config: PoolConfig = {
    ...socket,
    max,
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 5000,
    application_name: name,
  }
  const pool = new Pool(url ? { ...config, connectionString: url } : config)
  const lost = (error: Error) => log(`A database connection was lost: ${error.message}`)
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
