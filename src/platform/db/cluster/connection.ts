import { Client } from 'pg'

/** How to reach a cluster: its host is the folder of its socket, so that nothing listens on the network. */
export interface Connection {
  host: string
  user: string
  database: string
}

export const connectionAt = (host: string): Connection => ({ host, user: 'parley', database: 'parley' })

/** Runs work on a connection of its own, by default to the server's first database, which is always there. */
async function withClient<T>(
  host: string,
  work: (client: Client) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const client = new Client({ ...connectionAt(host), database, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Says whether a server answers there. */
export async function answers(host: string, database?: string): Promise<boolean> {
  try {
    await withClient(host, (client) => client.query('select 1'), database)
    return true
  } catch {
    return false
  }
}

export async function makeDatabase(host: string): Promise<void> {
  await withClient(host, async (client) => {
    const found = await client.query(`select from pg_database where datname = 'parley'`)
    if (found.rowCount === 0) await client.query('create database parley')
  })
}
