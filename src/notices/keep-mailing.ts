import { sendSignatureLetters } from '../docket/index.ts'
import { type Loop, startLoop } from '../platform/loop.ts'
import { AT_ONCE } from './at-once.ts'
import { mailContests } from './mail-contests.ts'
import { mailDecisions } from './mail-decisions.ts'
import { mailReceipts, type NoticesServices } from './mail-receipts.ts'

const PAUSE = 500

type Mail = (services: NoticesServices) => Promise<number>

/** Each way of mailing, with how many at once say that more may wait. */
const ways: readonly (readonly [mail: Mail, full: number])[] = [
  [mailReceipts, AT_ONCE],
  [mailDecisions, AT_ONCE],
  [mailContests, AT_ONCE],
  [sendSignatureLetters, 1],
]

/** Mails receipts and decisions until stopped; a failure is told and tried again, since the reader keeps its place. */
export function keepMailingReceipts(services: NoticesServices, log: (line: string) => void): Loop {
  const tell = (error: unknown) => {
    log(`Letters could not be queued: ${error instanceof Error ? error.message : error}`)
    return 0
  }
  return startLoop(async () => {
    let more = false
    for (const [mail, full] of ways) more = (await mail(services).catch(tell)) >= full || more
    return more ? 0 : PAUSE
  })
}
