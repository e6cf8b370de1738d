import { sendSignatureLetters } from '../docket/index.ts'
import { type Loop, startLoop } from '../platform/loop.ts'
import { mailContests } from './mail-contests.ts'
import { mailDecisions } from './mail-decisions.ts'
import { mailReceipts, type NoticesServices } from './mail-receipts.ts'

const PAUSE = 500

/** Mails receipts and decisions until stopped; a failure is told and tried again, since the reader keeps its place. */
export function keepMailingReceipts(services: NoticesServices, log: (line: string) => void): Loop {
  return startLoop(async () => {
    let read = 0
    for (const mail of [mailReceipts, mailDecisions, mailContests, sendSignatureLetters])
      read += await mail(services).catch((error) => {
        log(`Letters could not be queued: ${error instanceof Error ? error.message : error}`)
        return 0
      })
    return read === 0 ? PAUSE : 0
  })
}
