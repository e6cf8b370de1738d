import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { ProgramServices } from '../services.ts'
import { Suggester } from './suggester.ts'

const IDLE = 2000
/** After a failure: a database may be away. */
const REST = 10_000

/** Lets programs suggest, until stopped; what fails is told and tried again. */
export function keepSuggesting(services: Omit<ProgramServices, 'origin'>, log: (line: string) => void): Loop {
  const suggester = new Suggester(services, log)
  const loop = startLoop(async (stopping) => {
    try {
      return (await suggester.next(stopping)) ? 0 : IDLE
    } catch (error) {
      log(`Programs stopped and are tried again: ${error instanceof Error ? error.message : error}`)
      return REST
    }
  })
  return {
    async stop() {
      await loop.stop()
      await suggester.end().catch(() => {})
    },
  }
}
