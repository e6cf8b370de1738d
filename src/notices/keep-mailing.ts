import { type Loop, startLoop } from '../platform/loop.ts'
import { mailReceipts, type NoticesServices } from './mail-receipts.ts'

const PAUSE = 500

/** Mails receipts until stopped; a failure is told and tried again, since the reader keeps its place. */
export function keepMailingReceipts(services: NoticesServices, log: (line: string) => void): Loop {
  return startLoop(async () => {
    const read = await mailReceipts(services).catch((error) => {
      log(`Receipts could not be mailed: ${error instanceof Error ? error.message : error}`)
      return 0
    })
    return read === 0 ? PAUSE : 0
  })
}
