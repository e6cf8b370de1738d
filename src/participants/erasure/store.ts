import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { ParticipantsTables } from '../tables.ts'

/** Empties the person; answers whether somebody was there. */
export async function emptyPerson(tx: Tx<ParticipantsTables>, id: PersonId, at: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update participants.person set name = null, email = null, erased_at = ${at}
    where id = ${id} and erased_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes away roles, sessions, passkeys, declared interests and whom the person spoke for. */
export async function deleteOfPerson(tx: Tx<ParticipantsTables>, person: PersonId): Promise<void> {
  await tx.deleteFrom('participants.role').where('person', '=', person).execute()
  await tx.deleteFrom('participants.session').where('person', '=', person).execute()
  await tx.deleteFrom('participants.passkey').where('person', '=', person).execute()
  await tx.deleteFrom('participants.passkey_challenge').where('person', '=', person).execute()
  await tx.deleteFrom('participants.interest').where('person', '=', person).execute()
  await tx.deleteFrom('participants.representation').where('person', '=', person).execute()
}

/** Takes away sign-in links to an address, and all that can be used no more. */
export async function deleteLinks(
  tx: Tx<ParticipantsTables>,
  address: string | undefined,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('participants.sign_in_link')
    .where((row) => row.or([row('expires_at', '<', now), row('email', '=', address?.toLowerCase() ?? '')]))
    .execute()
}

export async function countOfPerson(db: Db<ParticipantsTables>, person: PersonId) {
  const count = (table: 'role' | 'session' | 'representation') =>
    db
      .selectFrom(`participants.${table}`)
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('person', '=', person)
  const [roles, sessions, representations] = await Promise.all(
    (['role', 'session', 'representation'] as const).map((table) => count(table).executeTakeFirstOrThrow()),
  )
  return {
    roles: roles?.count ?? 0,
    sessions: sessions?.count ?? 0,
    representations: representations?.count ?? 0,
  }
}
