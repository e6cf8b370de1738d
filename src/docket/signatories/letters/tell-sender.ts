import type { Tx } from '../../../platform/db/index.ts'
import { localeFor } from '../../../platform/i18n/index.ts'
import { type MailTables, queueMail } from '../../../platform/mail/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { findRequest, type RequestsTables } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { findAddressed } from '../../posting/store.ts'
import type { Signature } from '../model.ts'
import { words } from '../words.ts'

/** Tells the sender of a joint comment that somebody asks to sign it, where an address came with the comment. */
export async function tellSender(
  tx: Tx<CommentTables & RequestsTables & ProcessesTables & MailTables>,
  { comment, name, number }: Pick<Signature, 'comment' | 'name' | 'number'>,
  { origin, at }: { origin: string; at: Instant },
): Promise<void> {
  const [sender, request] = [await findAddressed(tx, comment), await findRequest(tx, docketOf(number))]
  if (!sender || !request || !name) return
  const t = words.in(localeFor(sender.language))
  const { title, docket } = request
  const values = { name, number, title, docket, link: `${origin}/comments/${number}/signatories` }
  const letter = { subject: t('offeredLetterSubject', values), body: t('offeredLetterBody', values) }
  await queueMail(tx, { to: sender.email, ...letter }, at)
}
