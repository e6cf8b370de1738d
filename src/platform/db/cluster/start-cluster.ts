import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { takeLock } from '../../lock.mjs'
import { adoptOrphan } from './adopt.ts'
import { findBinaries } from './binaries.ts'
import { type Connection, connectionAt, makeDatabase } from './connection.ts'
import { findOwner } from './owner.ts'
import { findHome, findSocketFolder } from './place.ts'
import { makeCluster, type Plan, startServer } from './server.ts'
import { Supervisor } from './supervise.ts'

/** A PostgreSQL of our own. */
export interface Cluster {
  connection: Connection
  how: 'started' | 'adopted'
  stop(): Promise<void>
}

export interface ClusterOptions {
  folder: string
  /** False only for throw-away clusters of tests: a power cut would lose what they hold. */
  durable: boolean
  log: (line: string) => void
  onRestart?: () => void
}

/** Thrown when another living process already runs the cluster of a folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

function lockHome(folder: string, home: string): { release: () => void } {
  const lock = takeLock(join(home, 'lock'))
  if (!('heldBy' in lock)) return lock
  throw new FolderInUse(
    `The folder ${resolve(folder)} is in use by process ${lock.heldBy}. ` +
      'Stop that one first, or give this one a folder of its own with PARLEY_DATA.',
  )
}

async function run(options: ClusterOptions, plan: Omit<Plan, 'host'>): Promise<Cluster> {
  const { log, onRestart = () => {} } = options
  await makeCluster({ ...plan, host: '' })
  const orphan = await adoptOrphan(plan.home, log)
  const host = orphan?.host ?? findSocketFolder(plan.home, plan.owner)
  const placed = { ...plan, host }
  const pid = orphan?.pid ?? (await startServer(placed))
  const supervisor = new Supervisor(placed, pid, { log, onRestart })
  const stop = async () => {
    await supervisor.end()
    if (host !== plan.home) rmSync(host, { recursive: true, force: true })
  }
  await makeDatabase(host).catch((error: unknown) => stop().then(() => Promise.reject(error)))
  return { connection: connectionAt(host), how: orphan ? 'adopted' : 'started', stop }
}

/** Starts the cluster of a folder, or takes over the one that a killed parent left running there. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const owner = findOwner()
  const home = findHome(options.folder, owner, options.log)
  const lock = lockHome(options.folder, home)
  try {
    const binaries = await findBinaries(owner, home)
    const cluster = await run(options, { home, owner, binaries, durable: options.durable })
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= cluster.stop().finally(lock.release)
      return stopped
    }
    return { ...cluster, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}
