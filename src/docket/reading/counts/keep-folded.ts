import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { Reading } from '../store.ts'
import { foldTally } from './store.ts'

const EVERY = 30_000

/** Folds the tally until stopped; a failure is told and tried again. */
export function keepTallyFolded(db: Reading, log: (line: string) => void): Loop {
  return startLoop(async () => {
    await foldTally(db).catch((error) =>
      log(`Folding the tally failed: ${error instanceof Error ? error.message : error}`),
    )
    return EVERY
  })
}
