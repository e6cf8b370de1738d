import type { Db } from '../../../platform/db/index.ts'
import {
  fitParts,
  type ReceiptText,
  type RecordTables,
  receiptFor,
  type SigningKey,
} from '../../../record/index.ts'
import { partsOf } from '../../comments/comment-parts.ts'
import type { WholeComment } from '../../comments/read-whole.ts'

/** The receipt as far as it goes now: with the promise at once, with the proof once the log has placed the leaf. */
export async function receiptOf(
  db: Db<RecordTables>,
  log: SigningKey,
  comment: WholeComment,
  zone: string,
): Promise<ReceiptText> {
  const receipt = await receiptFor(db, log, comment.leaf, { parts: fitParts(partsOf(comment)), zone })
  if (!receipt) throw new Error(`Comment ${comment.number} has no leaf.`)
  return receipt
}

/** Whether a receipt would carry words that must not lie in a mailbox. */
export function isConfidential({
  answers,
  attachments,
}: Pick<WholeComment, 'answers' | 'attachments'>): boolean {
  return [...answers, ...attachments].some(({ publication }) => publication === 'confidential')
}
