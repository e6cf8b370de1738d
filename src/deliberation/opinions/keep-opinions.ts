import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Clock } from '../../platform/time.ts'
import { computeMaps } from './compute-map.ts'
import type { OpinionsDb } from './store.ts'

const EVERY = 2000

/** Keeps the maps of opinions up to the votes until stopped; a failure is told and tried again. */
export const keepOpinions = (services: { db: OpinionsDb; clock: Clock }, log: (line: string) => void): Loop =>
  startLoop(async () => {
    await computeMaps(services, log).catch((error) =>
      log(`Maps of opinions are tried again: ${error instanceof Error ? error.message : error}`),
    )
    return EVERY
  })
