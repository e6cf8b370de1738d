import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor, OrganisationId } from '../model.ts'
import { insertOrganisation } from './store.ts'
import type { OrganisationsTables } from './tables.ts'

export type OrganisationAdded = { added: OrganisationId } | { refused: 'name-taken' }

export async function addOrganisation(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  { name, group }: { name: string; group: string },
): Promise<OrganisationAdded> {
  return db.transaction().execute(async (tx): Promise<OrganisationAdded> => {
    const at = clock.now()
    const id: OrganisationId = newId(at.getTime())
    if (!(await insertOrganisation(tx, { id, name, group }, actor.person, at))) {
      return { refused: 'name-taken' }
    }
    await append(tx, {
      kind: 'organisation-added',
      about: { kind: 'organisation', id },
      by: actor.person,
      at,
    })
    return { added: id }
  })
}
