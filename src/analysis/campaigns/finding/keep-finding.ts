import { type Loop, startLoop } from '../../../platform/loop.ts'
import { Finder } from './finder.ts'
import type { FindingServices } from './services.ts'

const IDLE = 1000
/** After a little, more is let gather, so that not each comment that comes wakes it. */
const GATHER = 250
const MUCH = 100
/** After a failure: a database may be away. */
const REST = 5000

/** Finds campaigns as comments are posted, changed and taken away, until stopped. */
export function keepFindingCampaigns(services: FindingServices, log: (line: string) => void): Loop {
  const finder = new Finder(services)
  const loop = startLoop(async () => {
    try {
      const done = await finder.next()
      return done === 0 ? IDLE : done < MUCH ? GATHER : 0
    } catch (error) {
      log(`Finding campaigns stopped and is tried again: ${error instanceof Error ? error.message : error}`)
      return REST
    }
  })
  return {
    async stop() {
      await loop.stop()
      await finder.end().catch(() => {})
    },
  }
}
