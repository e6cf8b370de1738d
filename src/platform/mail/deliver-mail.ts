import type { Db } from '../db/index.ts'
import { type Loop, startLoop } from '../loop.ts'
import { after, type Clock } from '../time.ts'
import type { Sender } from './smtp.ts'
import { type Mail, markFailed, markSent, takeDueMail } from './store.ts'
import type { MailTables } from './tables.ts'

const MINUTE = 60_000
// Four days in all: a mail server may be down over a long weekend.
const BACK_OFF = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440].map((minutes) => minutes * MINUTE)

type Delivered = 'sent' | 'failed' | 'none-due'

interface Delivery {
  db: Db<MailTables>
  clock: Clock
  sender: Sender
}

async function problemOf(send: Promise<void>): Promise<string | undefined> {
  try {
    await send
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Sends the one letter that has been due longest; a failure is noted and tried again later, at growing intervals. */
async function deliverOne({ db, clock, sender }: Delivery): Promise<Delivered> {
  return db.transaction().execute(async (tx): Promise<Delivered> => {
    const mail: Mail | undefined = await takeDueMail(tx, clock.now())
    if (!mail) return 'none-due'
    const problem = await problemOf(sender.send(mail))
    if (problem === undefined) {
      await markSent(tx, mail, clock.now())
      return 'sent'
    }
    const pause = BACK_OFF[mail.attempts]
    await markFailed(tx, mail, problem, pause === undefined ? null : after(clock.now(), pause))
    return 'failed'
  })
}

/** Sends all that is due now. */
export async function deliverMail(delivery: Delivery): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 }
  for (;;) {
    const delivered = await deliverOne(delivery)
    if (delivered === 'none-due') return counts
    counts[delivered] += 1
  }
}

interface Keeping extends Delivery {
  every?: number
  log: (line: string) => void
}

/** Delivers until told to stop; outlives a mail server or database that goes away. */
export function keepDelivering({ every = 2000, log, ...delivery }: Keeping): Loop {
  const loop = startLoop(async () => {
    await deliverMail(delivery).catch((error: Error) => log(`Mail waits: ${error.message}`))
    return every
  })
  return {
    async stop() {
      await loop.stop()
      delivery.sender.close()
    },
  }
}
