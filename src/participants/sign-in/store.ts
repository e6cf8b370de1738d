import type { Db, Tx } from '../../platform/db/index.ts'
import { after, type Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { PeopleTables } from '../people/tables.ts'
import { LINK_LIFE, SESSION_IDLE, SESSION_LIFE, type Session, type SessionId } from './model.ts'
import type { SignInTables } from './tables.ts'

export interface Link {
  email: string
  next: string
}

export type NewLink = Link & Pick<SignInTables['participants.sign_in_link'], 'asked_from'>

export async function insertLink(
  tx: Tx<SignInTables>,
  hash: Buffer,
  link: NewLink,
  at: Instant,
): Promise<void> {
  const life = { made_at: at, expires_at: after(at, LINK_LIFE), used_at: null }
  await tx
    .insertInto('participants.sign_in_link')
    .values({ token_hash: hash, ...link, ...life })
    .execute()
}

/** Links made for this address within the life of one, used or not: in all, and those asked for from one place. */
export async function countFreshLinks(
  db: Db<SignInTables>,
  { email, asked_from }: NewLink,
  now: Instant,
): Promise<{ inAll: number; fromOnePlace: number }> {
  return db
    .selectFrom('participants.sign_in_link')
    .select(({ fn }) => [
      fn.countAll<number>().as('inAll'),
      fn.countAll<number>().filterWhere('asked_from', '=', asked_from).as('fromOnePlace'),
    ])
    .where('email', '=', email)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
}

export async function findLink(db: Db<SignInTables>, hash: Buffer, now: Instant): Promise<Link | undefined> {
  return db
    .selectFrom('participants.sign_in_link')
    .select(['email', 'next'])
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Uses the link up; of two clicks at once, one does. */
export async function spendLink(tx: Tx<SignInTables>, hash: Buffer, now: Instant): Promise<boolean> {
  const used = await tx
    .updateTable('participants.sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function insertSession(
  tx: Tx<SignInTables>,
  { hash, ...session }: { id: SessionId; hash: Buffer; person: PersonId; browser: string },
  at: Instant,
): Promise<void> {
  const life = { started_at: at, last_seen_at: at, expires_at: after(at, SESSION_LIFE) }
  await tx
    .insertInto('participants.session')
    .values({ ...session, token_hash: hash, ...life })
    .execute()
}

export interface SignedIn {
  session: SessionId
  person: PersonId
  name: string
  lastSeenAt: Instant
}

/** Who holds the session, while it has neither ended nor lain idle too long. */
export async function findSignedIn(
  db: Db<SignInTables & PeopleTables>,
  hash: Buffer,
  now: Instant,
): Promise<SignedIn | undefined> {
  return db
    .selectFrom('participants.session as session')
    .innerJoin('participants.person as person', 'person.id', 'session.person')
    .select(['session.id as session', 'person.id as person', 'person.name'])
    .select('session.last_seen_at as lastSeenAt')
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', after(now, -SESSION_IDLE))
    .executeTakeFirst()
}

export async function markSeen(tx: Tx<SignInTables>, session: SessionId, at: Instant): Promise<void> {
  await tx.updateTable('participants.session').set({ last_seen_at: at }).where('id', '=', session).execute()
}

export async function listSessions(db: Db<SignInTables>, person: PersonId, now: Instant): Promise<Session[]> {
  return db
    .selectFrom('participants.session')
    .select(['id', 'browser', 'started_at as startedAt', 'last_seen_at as lastSeenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', after(now, -SESSION_IDLE))
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** Ends one session of this person, or all of them. */
export async function deleteSessions(
  tx: Tx<SignInTables>,
  person: PersonId,
  only?: SessionId,
): Promise<void> {
  const theirs = tx.deleteFrom('participants.session').where('person', '=', person)
  await (only === undefined ? theirs : theirs.where('id', '=', only)).execute()
}

/** Clears away what no one can use any more. */
export async function deleteExpired(tx: Tx<SignInTables>, now: Instant): Promise<void> {
  await tx.deleteFrom('participants.sign_in_link').where('expires_at', '<=', now).execute()
  await tx
    .deleteFrom('participants.session')
    .where((where) =>
      where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', after(now, -SESSION_IDLE))]),
    )
    .execute()
}
