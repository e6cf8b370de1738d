import type { Selectable } from 'kysely'
import type { Db, Tx } from '../db/index.ts'
import { newId } from '../id.ts'
import type { Instant } from '../time.ts'
import { isAddress, type MailId, type Message, oneLine, wrap } from './message.ts'
import type { MailTables } from './tables.ts'

export type Mail = Selectable<MailTables['platform.mail']>

/** Puts a letter in the queue within the caller's transaction: it goes out if that commits, and only then. */
export async function queueMail(tx: Tx<MailTables>, message: Message, at: Instant): Promise<MailId> {
  if (!isAddress(message.to)) throw new Error('A letter needs one plain address.')
  const id: MailId = newId(at.getTime())
  const attachments = JSON.stringify(message.attachments ?? [])
  const written = { subject: oneLine(message.subject), body: wrap(message.body), attachments }
  const waiting = { queued_at: at, due_at: at, sent_at: null, problem: null }
  await tx
    .insertInto('platform.mail')
    .values({ id, recipient: message.to, ...written, ...waiting })
    .execute()
  return id
}

/** Takes the letter that has been due longest; no other sender gets it until this transaction ends. */
export async function takeDueMail(tx: Tx<MailTables>, now: Instant): Promise<Mail | undefined> {
  return tx
    .selectFrom('platform.mail')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function markSent(tx: Tx<MailTables>, mail: Mail, at: Instant): Promise<void> {
  const sent = { sent_at: at, due_at: null, problem: null, attempts: mail.attempts + 1 }
  await tx.updateTable('platform.mail').set(sent).where('id', '=', mail.id).execute()
}

export async function markFailed(
  tx: Tx<MailTables>,
  mail: Mail,
  problem: string,
  dueAt: Instant | null,
): Promise<void> {
  const failed = { due_at: dueAt, problem, attempts: mail.attempts + 1 }
  await tx.updateTable('platform.mail').set(failed).where('id', '=', mail.id).execute()
}

/** Letters to this address; `about` narrows to those in which one of these stands. */
export async function listMailTo(
  db: Db<MailTables>,
  address: string,
  about?: readonly string[],
): Promise<MailId[]> {
  const rows = await db
    .selectFrom('platform.mail')
    .select(['id', 'subject', 'body'])
    .where((row) => row(row.fn<string>('lower', ['recipient']), '=', address.toLowerCase()))
    .execute()
  const meant = rows.filter(
    (one) => !about || about.some((said) => `${one.subject}\n${one.body}`.includes(said)),
  )
  return meant.map(({ id }) => id)
}

/** For erasure: letters that were sent, and those that wait. */
export async function deleteMail(tx: Tx<MailTables>, ids: readonly MailId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('platform.mail').where('id', 'in', ids).execute()
}

/** The newest letters first: what an administrator reads where no mail server is set. */
export async function listMail(db: Db<MailTables>, limit: number): Promise<Mail[]> {
  return db.selectFrom('platform.mail').selectAll().orderBy('id', 'desc').limit(limit).execute()
}

export async function findMail(db: Db<MailTables>, id: MailId): Promise<Mail | undefined> {
  return db.selectFrom('platform.mail').selectAll().where('id', '=', id).executeTakeFirst()
}
