import { databaseIsAway } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { Clock } from '../../../platform/time.ts'
import { findProcess } from '../../../processes/index.ts'
import { readFiles } from './read-files.ts'
import { lockWaiting, moveImport, type TakingDb } from './store.ts'
import { takeIn } from './take-in.ts'

interface Services {
  db: TakingDb
  clock: Clock
  files: FileStore
}

/** Takes in the next deliberation that waits, whole or not at all; answers whether there was one. */
export async function takeNext(
  { db, clock, files }: Services,
  log: (line: string) => void,
): Promise<boolean> {
  let tried: Parameters<typeof moveImport>[1] | undefined
  try {
    return await db.transaction().execute(async (tx) => {
      const waiting = await lockWaiting(tx)
      if (!waiting) return false
      tried = waiting.id
      const process = await findProcess(tx, waiting.process)
      if (!process) throw new Error('Its process is gone.')
      const conversation = await readFiles(files, waiting.files)
      const made = await takeIn(tx, process, waiting, conversation, clock.now())
      await moveImport(tx, waiting.id, 'waiting', 'done', made.id)
      return true
    })
  } catch (error) {
    if (!tried || databaseIsAway(error)) throw error
    const id = tried
    await db.transaction().execute((tx) => moveImport(tx, id, 'waiting', 'failed'))
    log(`A deliberation could not be taken in: ${error instanceof Error ? error.message : error}`)
    return true
  }
}

const pauses = { idle: 1000, more: 50, away: 2000 }

/** Runs in each worker; what another one has in hand is passed over. */
export const keepTakingIn = (services: Services, log: (line: string) => void): Loop =>
  startLoop(async () => {
    try {
      return (await takeNext(services, log)) ? pauses.more : pauses.idle
    } catch (error) {
      if (!databaseIsAway(error)) log(`Deliberations cannot be taken in: ${String(error)}`)
      return pauses.away
    }
  })
