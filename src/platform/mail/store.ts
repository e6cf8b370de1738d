import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/index.ts'
import { newId } from '../id.ts'
import type { Instant } from '../time.ts'
import { mentionOfAddress, mentionOfName } from './mention.ts'
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

/** What of somebody may stand in letters, to themselves or to others. */
export interface Mentioned {
  /** In lower case. */
  address?: string | undefined
  names?: readonly string[]
  /** Tracking numbers, which stand in letters as they are. */
  numbers?: readonly string[]
}

const TRACKING_NUMBER = '[[:alnum:]]+(?:-[[:alnum:]]+)*-[[:digit:]]{4,}'

/** Letters to this address, and those to anybody in which it, one of the names or one of the numbers stands. */
export async function listMailAbout(
  db: Db<MailTables>,
  { address, names = [], numbers = [] }: Mentioned,
): Promise<MailId[]> {
  const found = [...(address ? [mentionOfAddress(address)] : []), ...names.map(mentionOfName)]
  const { rows } = await sql<{ id: MailId }>`
    select id from platform.mail, lateral (
      select concat_ws(E'\n', subject, body, problem, string_agg(part.said, E'\n')) as text
      from jsonb_array_elements(attachments) as file, jsonb_each_text(file) as part (name, said)) as said
    where lower(recipient) = ${address ?? null}
      or exists (select from unnest(${found}::text[]) as pattern where said.text ~* pattern)
      or (${numbers.length > 0} and exists (select from regexp_matches(said.text, ${TRACKING_NUMBER}, 'g') as number
        where number[1] = any(${numbers}::text[])))
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** For erasure: letters that were sent, and those that wait. */
export async function deleteMail(tx: Tx<MailTables>, ids: readonly MailId[]): Promise<void> {
  await sql`delete from platform.mail where id = any(${ids}::uuid[])`.execute(tx)
}

/** The newest letters first: what an administrator reads where no mail server is set. */
export async function listMail(db: Db<MailTables>, limit: number): Promise<Mail[]> {
  return db.selectFrom('platform.mail').selectAll().orderBy('id', 'desc').limit(limit).execute()
}

export async function findMail(db: Db<MailTables>, id: MailId): Promise<Mail | undefined> {
  return db.selectFrom('platform.mail').selectAll().where('id', '=', id).executeTakeFirst()
}
