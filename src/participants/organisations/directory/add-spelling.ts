import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { Actor, OrganisationId } from '../../model.ts'
import { findOrganisationByName } from '../store.ts'
import type { OrganisationsTables } from '../tables.ts'
import { insertAlias } from './store.ts'

/** From now on the organisation is found under this spelling too. */
export async function addSpelling(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  id: OrganisationId,
  name: string,
): Promise<'added' | 'as-before' | 'name-taken'> {
  return db.transaction().execute(async (tx) => {
    const found = await findOrganisationByName(tx, name)
    if (found !== undefined) return found === id ? 'as-before' : 'name-taken'
    const at = clock.now()
    await insertAlias(tx, id, { name, why: 'spelling' }, actor.person, at)
    await append(tx, {
      kind: 'organisation-spelling-added',
      about: { kind: 'organisation', id },
      by: actor.person,
      at,
    })
    return 'added'
  })
}
