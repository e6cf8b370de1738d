import { setTimeout as sleep } from 'node:timers/promises'
import { answers } from './connection.ts'
import { abortPostmaster, findPostmaster, type Postmaster } from './postmaster.ts'

/** An orphan that still answers after its parent was killed; one that stays silent is ended instead. */
export async function adoptOrphan(
  home: string,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  const giveUp = performance.now() + 10_000
  while (performance.now() < giveUp) {
    const orphan = findPostmaster(home)
    if (!orphan) return undefined
    if (orphan.host && (await answers(orphan.host))) {
      log(`The database of an earlier run is still alive (process ${orphan.pid}): this run takes it over.`)
      return orphan
    }
    await sleep(100)
  }
  const silent = findPostmaster(home)
  if (!silent) return undefined
  log(
    `The database of an earlier run (process ${silent.pid}) does not answer: it is ended and started again.`,
  )
  await abortPostmaster(silent.pid)
  return undefined
}
