import { mailReceipts, type NoticesServices } from './mail-receipts.ts'

const PAUSE = 500

export interface KeptMailing {
  stop(): Promise<void>
}

/** Mails receipts until stopped; a failure is told and tried again, since the reader keeps its place. */
export function keepMailingReceipts(services: NoticesServices, log: (line: string) => void): KeptMailing {
  let ending = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const work = async () => {
    while (!ending) {
      const read = await mailReceipts(services).catch((error) => {
        log(`Receipts could not be mailed: ${error instanceof Error ? error.message : error}`)
        return 0
      })
      if (read === 0 && !ending) await pause()
    }
  }
  const done = work()
  return {
    async stop() {
      ending = true
      wake()
      await done
    },
  }
}
