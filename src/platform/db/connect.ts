import { Kysely, PostgresDialect } from 'kysely'
import { Client, type ClientConfig, Pool, type PoolConfig, types } from 'pg'

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

function configOf(connection: Connection, name: string): ClientConfig {
  const where = 'url' in connection ? { connectionString: connection.url } : connection
  return {
    ...where,
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 5000,
    application_name: name,
  }
}

/** Opens a pool that survives a database that goes away: each lost client is logged, never thrown. */
export function connect<Tables>(
  connection: Connection,
  { max = 10, name = 'parley', log = (_line: string) => {} }: ConnectOptions = {},
): Connected<Tables> {
  const config: PoolConfig = { ...configOf(connection, name), max }
  const pool = new Pool(config)
  const lost = (error: Error) => log(`A database connection was lost: ${error.message}`)
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/** A single connection, spoken to both by queries and by `copyIn` and `copyOut`: so that one transaction holds both. */
export interface OneConnection<Tables> {
  client: Client
  db: Kysely<Tables>
  close(): Promise<void>
}

export async function connectOne<Tables>(
  connection: Connection,
  name: string,
): Promise<OneConnection<Tables>> {
  const client = new Client(configOf(connection, name))
  // What is lost shows in the query under way; without a listener the process would end.
  client.on('error', () => {})
  await client.connect()
  const same = Object.assign(client, { release: () => {} })
  const pool = { options: {}, connect: async () => same, end: async () => {} }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { client, db, close: () => client.end() }
}
