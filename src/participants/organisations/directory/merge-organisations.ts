import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { Actor, OrganisationId } from '../../model.ts'
import type { OrganisationsTables } from '../tables.ts'
import { lockStanding, mergeInto, moveMemberships } from './store.ts'

export type Merged = 'merged' | 'same' | 'merged-meanwhile'

/** Two that are one: the lesser's names, comments and representatives are the kept one's from now on. */
export async function mergeOrganisations(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  kept: OrganisationId,
  lesser: OrganisationId,
): Promise<Merged> {
  if (kept === lesser) return 'same'
  return db.transaction().execute(async (tx): Promise<Merged> => {
    if ((await lockStanding(tx, [kept, lesser])).length < 2) return 'merged-meanwhile'
    const at = clock.now()
    await moveMemberships(tx, kept, lesser, at)
    await mergeInto(tx, kept, lesser)
    const told = { kind: 'organisations-merged', by: actor.person, at }
    await append(tx, { ...told, about: { kind: 'organisation', id: kept }, detail: { merged: lesser } })
    await append(tx, { ...told, about: { kind: 'organisation', id: lesser }, detail: { into: kept } })
    return 'merged'
  })
}
