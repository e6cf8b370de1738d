import { type Loop, startLoop } from '../../../platform/loop.ts'
import { Asker, type Asking } from './asker.ts'

const IDLE = 3000
const REST = 10_000

/** Asks the language model that the operator named, until stopped. */
export function keepAsking(asking: Asking): Loop {
  const asker = new Asker(asking)
  const loop = startLoop(async (stopping) => {
    try {
      return (await asker.next(stopping)) ? 0 : IDLE
    } catch (error) {
      asking.log(`Asking the language model failed: ${error instanceof Error ? error.message : error}`)
      return REST
    }
  })
  return {
    async stop() {
      await loop.stop()
      await asker.end().catch(() => {})
    },
  }
}
