import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf } from '../../bench/kit/processes.ts'
import { ask } from '../../bench/kit/stored-comments.ts'
import { homeOf } from '../../src/platform/db/cluster/place.ts'
import type { House } from './house.ts'

/** No clock is moved in the running product, so every link that waits is made older than links may be. */
export async function ageLinks({ product }: House): Promise<void> {
  await ask(product, 'update participants.sign_in_link set expires_at = made_at')
}

/** Kills the database and holds its files back, so that the product can't start it again before it may. */
export async function takeDatabaseAway({ product }: House): Promise<() => Promise<void>> {
  const cluster = join(homeOf(join(product.folder, 'database')), 'cluster')
  const first = product.databasePid()
  if (first === undefined) throw new Error('The database is not running.')
  const pids = [first, ...childrenOf(first)]
  await rename(cluster, `${cluster}.away`)
  for (const pid of pids) killIfThere(pid)
  return async () => {
    await rename(`${cluster}.away`, cluster)
    while (!(await isWell(product.url))) await sleep(100)
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with the others.
  }
}

async function isWell(url: string): Promise<boolean> {
  return (await fetch(`${url}/processes`)).ok
}
