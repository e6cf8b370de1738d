import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { Actor } from '../../model.ts'
import type { MembershipId } from '../model.ts'
import type { OrganisationsTables } from '../tables.ts'
import { findMembership, markConfirmed, markEnded } from './store.ts'

type Settling = Services<OrganisationsTables & RecordTables>

/** Someone who speaks for the member says that it belongs to the coalition; a second time changes nothing. */
export async function confirmMembership({ db, clock }: Settling, actor: Actor, id: MembershipId) {
  const { person } = actor
  if (person) await settle({ db, clock }, actor, id, 'coalition-member-confirmed', person)
}

/** Either side ends it from now on; that it was stays. */
export async function endMembership({ db, clock }: Settling, actor: Actor, id: MembershipId) {
  await settle({ db, clock }, actor, id, 'coalition-member-ended')
}

async function settle(
  { db, clock }: Pick<Settling, 'db' | 'clock'>,
  { person: by }: Actor,
  id: MembershipId,
  kind: 'coalition-member-confirmed' | 'coalition-member-ended',
  confirmedBy?: NonNullable<Actor['person']>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    const done = confirmedBy ? await markConfirmed(tx, id, confirmedBy, at) : await markEnded(tx, id, at)
    const one = await findMembership(tx, id)
    if (!done || !one) return
    const about = { kind: 'organisation', id: one.coalition }
    await append(tx, { kind, about, by, at, detail: { member: one.member } })
  })
}
