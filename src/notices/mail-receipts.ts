import type { SummariesDatabase } from '../analysis/index.ts'
import {
  keepConfirmation,
  type LetterTables,
  listAddressed,
  type PostingTables,
  receiptLetter,
} from '../docket/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import { type MailTables, queueMail } from '../platform/mail/index.ts'
import type { Clock, Instant } from '../platform/time.ts'
import { followRecord, type PlacedEntry, type SigningKey } from '../record/index.ts'
import { AT_ONCE } from './at-once.ts'

export type NoticesTables = LetterTables & PostingTables & SummariesDatabase & MailTables

export interface NoticesServices {
  db: Db<NoticesTables>
  clock: Clock
  origin: string
  log: SigningKey
}

const READER = 'receipt-mail'
const RECEIVED = 'comment-received'
/** So long a letter waits for its receipt to be complete; then it goes with the promise alone. */
const longestWait = 30_000

/** A receipt still waits for its place in the log: the reader comes back for it. */
class NotYet extends Error {}

/** Receipts go to those who commented themselves; who is in an imported file did not ask for mail. */
const wantsReceipt = ({ kind, detail }: PlacedEntry): boolean =>
  kind === RECEIVED && (detail['channel'] === 'web-form' || detail['channel'] === 'api')

const numberOf = ({ detail }: PlacedEntry): string => String(detail['number'])

/** Queues a letter for each comment received since the last time, in the transaction that moves the reader on. */
export async function mailReceipts(services: NoticesServices): Promise<number> {
  const mail = async (tx: Writing, entries: readonly PlacedEntry[]) => {
    const wanted = entries.filter(wantsReceipt)
    const addressed = await listAddressed(tx, wanted.map(numberOf))
    for (const entry of wanted) if (addressed.has(numberOf(entry))) await mailOne(services, tx, entry)
  }
  try {
    return await followRecord(services.db, READER, AT_ONCE, mail, { only: [RECEIVED] })
  } catch (error) {
    if (error instanceof NotYet) return 0
    throw error
  }
}

type Writing = Tx<NoticesTables>

async function mailOne(services: NoticesServices, tx: Writing, entry: PlacedEntry): Promise<void> {
  const now = services.clock.now()
  const letter = await receiptLetter(services.db, services, numberOf(entry))
  if (!letter) return
  if (!letter.complete && isYoung(entry.at, now)) throw new NotYet()
  await keepConfirmation(tx, letter.confirmation, now)
  await queueMail(tx, letter.message, now)
}

const isYoung = (at: Instant, now: Instant): boolean => now.getTime() - at.getTime() < longestWait
