import type { Db } from '../../../../platform/db/index.ts'
import { type Loop, startLoop } from '../../../../platform/loop.ts'
import { listUnsorted, sortRequest, type TurnTables } from './store.ts'

const EVERY = 5000

/** Gives comments their turns anew, wherever campaigns were found since. */
export async function sortQueues(db: Db<TurnTables>): Promise<void> {
  for (const request of await listUnsorted(db))
    await db.transaction().execute((tx) => sortRequest(tx, request))
}

/** Keeps the queue in turn until stopped; a failure is told and tried again. */
export const keepTurns = (db: Db<TurnTables>, log: (line: string) => void): Loop =>
  startLoop(async () => {
    await sortQueues(db).catch((error) =>
      log(`Sorting the queue failed: ${error instanceof Error ? error.message : error}`),
    )
    return EVERY
  })
