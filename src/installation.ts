import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Config } from './platform/config.ts'
import { makeDataFolder } from './platform/data-folder.ts'
import { type Cluster, FolderInUse, runningCluster, startCluster } from './platform/db/cluster/index.ts'
import { type Connected, type Connection, connect, migrate, serverFaults } from './platform/db/index.ts'
import { type Keys, loadKeys } from './platform/keys.ts'
import { assertRestored } from './platform/unfinished-restore.ts'

export interface Installation<Tables> extends Connected<Tables> {
  config: Config
  keys: Keys
  connection: Connection
}

export interface OpenOptions {
  log: (line: string) => void
  /** Handed in by tests and benchmarks only: their throw-away databases may lose what they hold. */
  mayLoseComments?: boolean
  /** Said by a restore alone, which opens what it has not yet found to be whole. */
  unfinished?: 'yes'
}

interface Reached {
  connection: Connection
  stop(): Promise<void>
}

// The same from src/ and from the built dist/.
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
export const clusterFolder = (config: Config): string => join(config.dataFolder, 'database')

const handedIn = (connection: Connection): Reached => ({ connection, stop: async () => {} })

const startOwn = (config: Config, log: (line: string) => void): Promise<Cluster> =>
  startCluster({ folder: clusterFolder(config), durable: true, log })

/** The database beside a server that may be running already, starting up, or not there at all. */
async function joinCluster(config: Config, log: (line: string) => void): Promise<Reached> {
  for (let tries = 0; ; tries += 1) {
    const running = await runningCluster(clusterFolder(config))
    if (running) return handedIn(running)
    try {
      return await startOwn(config, log)
    } catch (error) {
      if (!(error instanceof FolderInUse) || tries === 150) throw error
      await sleep(200)
    }
  }
}

async function prepare<Tables>({ db }: Connected<Tables>, { mayLoseComments = false }: OpenOptions) {
  const faults = mayLoseComments ? [] : await serverFaults(db)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  await migrate(db, migrationsFolder)
}

async function openOn<Tables>(config: Config, reached: Reached, options: OpenOptions) {
  const connected = connect<Tables>(reached.connection, { log: options.log })
  const close = async () => {
    await connected.close()
    await reached.stop()
  }
  try {
    await prepare(connected, options)
    const keys = loadKeys(config.keysFolder)
    return { ...connected, config, keys, connection: reached.connection, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The database of an installation without what it holds: for a restore. */
export async function reachDatabase(config: Config, log: OpenOptions['log']): Promise<Reached> {
  return config.databaseUrl ? handedIn({ url: config.databaseUrl }) : startOwn(config, log)
}

/** Opens an installation for the server: with a database of its own unless one is named. */
export async function openInstallation<Tables>(
  config: Config,
  options: OpenOptions,
): Promise<Installation<Tables>> {
  makeDataFolder(config.dataFolder)
  if (!options.unfinished) assertRestored(config.dataFolder)
  const reached = await reachDatabase(config, options.log)
  return openOn<Tables>(config, reached, options)
}

/** Opens an installation once more, on the database that the server of this very process keeps running. */
export function attachInstallation<Tables>(
  config: Config,
  connection: Connection,
  options: OpenOptions,
): Promise<Installation<Tables>> {
  return openOn<Tables>(config, handedIn(connection), options)
}

/** Opens an installation for a command or a worker: on the running server's database where there is one. */
export async function joinInstallation<Tables>(
  config: Config,
  options: OpenOptions,
): Promise<Installation<Tables>> {
  makeDataFolder(config.dataFolder)
  if (!options.unfinished) assertRestored(config.dataFolder)
  const url = config.databaseUrl
  const reached = url ? handedIn({ url }) : await joinCluster(config, options.log)
  return openOn<Tables>(config, reached, options)
}
