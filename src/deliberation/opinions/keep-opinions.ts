import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Clock } from '../../platform/time.ts'
import { computeMaps } from './compute-map.ts'
import { Patience } from './patience.ts'
import type { OpinionsDb } from './store.ts'

const EVERY = 2000

/** Keeps the maps of opinions up to the votes until stopped; a failure is told and tried again. */
export function keepOpinions(services: { db: OpinionsDb; clock: Clock }, log: (line: string) => void): Loop {
  const patience = new Patience()
  return startLoop(async (stopping) => {
    await computeMaps(services, log, { patience, stopping }).catch((error) =>
      log(`Maps of opinions are tried again: ${error instanceof Error ? error.message : error}`),
    )
    return EVERY
  })
}
