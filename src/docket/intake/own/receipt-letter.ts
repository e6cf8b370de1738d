import type { Db } from '../../../platform/db/index.ts'
import type { Message } from '../../../platform/mail/index.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import type { SigningKey } from '../../../record/index.ts'
import { findRequest, type RequestsTables } from '../../../requests/index.ts'
import { readWhole } from '../../comments/read-whole.ts'
import { hashOfCode, newLinkSecret } from '../../comments/secrets.ts'
import type { TakingTables } from '../../comments/take-comments.ts'
import type { Confirmation } from '../confirmation/store.ts'
import { docketOfNumber } from '../model.ts'
import { receiptMail } from './mail-receipt.ts'
import { receiptOf } from './receipt-of.ts'

export type LetterTables = TakingTables & RequestsTables & ProcessesTables

export interface ReceiptLetter {
  message: Message
  /** Whether the receipt in it carries its proof already. */
  complete: boolean
  /** Of the link in it: kept when the letter goes out. */
  confirmation: Confirmation
}

/** The letter that is owed to the sender of a comment; none where no address was given. */
export async function receiptLetter(
  db: Db<LetterTables>,
  { log, origin }: { log: SigningKey; origin: string },
  number: string,
): Promise<ReceiptLetter | undefined> {
  const request = await findRequest(db, docketOfNumber(number))
  const comment = request && (await readWhole(db, number, request.questions))
  if (!request || !comment?.particulars.email) return undefined
  const { text, complete } = await receiptOf(db, log, comment, request.deadline.zone)
  const secret = newLinkSecret()
  const message = receiptMail({ comment, request, receipt: text, origin, secret })
  const confirmation = { hash: hashOfCode(secret), comment: comment.id }
  return message && { message, complete, confirmation }
}
