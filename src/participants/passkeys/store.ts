import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import { after, type Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import { CHALLENGE_LIFE, type Passkey, type PasskeyId } from './model.ts'
import type { PasskeyTables } from './tables.ts'

type Reading = Db<PasskeyTables>
type Writing = Tx<PasskeyTables>

/** Keeps what a device will be asked to sign, and clears away what nobody answered in time. */
export async function insertChallenge(
  tx: Writing,
  challenge: string,
  person: PersonId | undefined,
  now: Instant,
): Promise<void> {
  await tx.deleteFrom('participants.passkey_challenge').where('expires_at', '<=', now).execute()
  await tx
    .insertInto('participants.passkey_challenge')
    .values({ challenge, person: person ?? null, expires_at: after(now, CHALLENGE_LIFE) })
    .execute()
}

/** Uses the challenge up; of two answers at once, one counts. */
export async function spendChallenge(
  tx: Writing,
  challenge: string,
  person: PersonId | undefined,
  now: Instant,
): Promise<boolean> {
  const spent = await tx
    .deleteFrom('participants.passkey_challenge')
    .where('challenge', '=', challenge)
    .where('person', person === undefined ? 'is' : '=', person ?? null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return spent.numDeletedRows === 1n
}

export async function listPasskeys(db: Reading, person: PersonId): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('participants.passkey')
    .select(['id', 'name', 'added_at', 'last_used_at'])
    .where('person', '=', person)
    .orderBy('added_at')
    .execute()
  return rows.map(({ id, name, added_at, last_used_at }) => ({
    id,
    name,
    addedAt: added_at,
    lastUsedAt: last_used_at ?? undefined,
  }))
}

/** What a device is told, so that it makes no second key for the same person. */
export async function listCredentials(db: Reading, person: PersonId): Promise<string[]> {
  const rows = await db
    .selectFrom('participants.passkey')
    .select('credential')
    .where('person', '=', person)
    .execute()
  return rows.map(({ credential }) => credential)
}

export async function findByCredential(db: Reading, credential: string) {
  return db
    .selectFrom('participants.passkey')
    .select(['id', 'person', 'public_key as publicKey', 'counter', 'credential'])
    .where('credential', '=', credential)
    .executeTakeFirst()
}

export type NewPasskey = Omit<PasskeyTables['participants.passkey'], 'added_at' | 'last_used_at'>

/** Adds it unless that very credential is somebody's already. */
export async function insertPasskey(tx: Writing, passkey: NewPasskey, at: Instant): Promise<boolean> {
  const added = await tx
    .insertInto('participants.passkey')
    .values({ ...passkey, added_at: at, last_used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** The counter only grows, where the device counts at all: one that falls back tells of a copied key. */
export async function markUsed(tx: Writing, id: PasskeyId, counter: number, at: Instant): Promise<boolean> {
  const used = await tx
    .updateTable('participants.passkey')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .where(sql<SqlBool>`(counter < ${counter} or (counter = 0 and ${counter} = 0))`)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function deletePasskey(
  tx: Writing,
  id: PasskeyId,
  person: PersonId,
): Promise<string | undefined> {
  const gone = await tx
    .deleteFrom('participants.passkey')
    .where('id', '=', id)
    .where('person', '=', person)
    .returning('name')
    .executeTakeFirst()
  return gone?.name
}
