import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { MapServices } from '../services.ts'
import { refreshNext } from './refresh-map.ts'

const IDLE = 500
/** After a failure: a database may be away. */
const REST = 5000

/** Counts maps anew as comments and codings change, so that whoever opens one does not wait for it, until stopped. */
export function keepMaps({ db }: Pick<MapServices, 'db'>, log: (line: string) => void): Loop {
  return startLoop(async () => {
    try {
      return (await refreshNext(db)) ? 0 : IDLE
    } catch (error) {
      log(
        `Counting position maps stopped and is tried again: ${error instanceof Error ? error.message : error}`,
      )
      return REST
    }
  })
}
