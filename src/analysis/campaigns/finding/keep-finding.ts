import { type Loop, startLoop } from '../../../platform/loop.ts'
import { Finder } from './finder.ts'
import type { FindingServices } from './services.ts'

const IDLE = 1000
/** After a failure: a database may be away. */
const REST = 5000

/** Finds campaigns as comments are posted, changed and taken away, until stopped. */
export function keepFindingCampaigns(services: FindingServices, log: (line: string) => void): Loop {
  const finder = new Finder(services)
  const loop = startLoop(async () => {
    try {
      return (await finder.next()) ? 0 : IDLE
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
