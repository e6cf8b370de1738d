import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { lockHolder } from '../lock.mjs'
import { type Connection, startCluster } from './cluster/index.ts'
import { endPostmaster, findPostmaster } from './cluster/postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Connection
  }
}

const prefix = 'parley-test-'

/** Another user's run is theirs to sweep; one that ends just now is gone. */
const isOurs = (folder: string) =>
  statSync(folder, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0)

/** Ends and removes what test runs left behind that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync('/tmp').filter((entry) => entry.startsWith(prefix))) {
    const folder = join('/tmp', name)
    if (!isOurs(folder)) continue
    if (lockHolder(join(folder, 'lock'))) continue
    const left = findPostmaster(folder)
    if (left) await endPostmaster(left.pid)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One throw-away cluster for a whole test run; each test makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = mkdtempSync(join('/tmp', prefix))
  const cluster = await startCluster({ folder, durable: false, log: () => {} })
  project.provide('cluster', cluster.connection)
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
