import type { Installation } from './installation.ts'
import { keepDelivering, type MailTables, smtpSender } from './platform/mail/index.ts'
import { systemClock } from './platform/time.ts'

/** Everything that runs beside the web process: readers of the record, timers, outgoing mail. */
export interface Work {
  stop(): Promise<void>
}

/** Delivers mail where a mail server is named; elsewhere it waits in the mailbox for an administrator. */
function deliver({ db, config }: Installation<MailTables>, log: (line: string) => void): Work[] {
  const { from, smtpUrl } = config.mail
  if (!smtpUrl) return []
  return [keepDelivering({ db, clock: systemClock, sender: smtpSender({ url: smtpUrl, from }), log })]
}

/** Starts all work of an installation; several processes may do so, and share it. */
export function startWork(installation: Installation<MailTables>, log: (line: string) => void): Work {
  const all = [...deliver(installation, log)]
  return {
    async stop() {
      await Promise.all(all.map((one) => one.stop()))
    },
  }
}
