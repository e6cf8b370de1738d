import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { Actor } from '../../model.ts'
import type { DescribedOrganisation } from '../model.ts'
import { findOrganisationByName } from '../store.ts'
import type { OrganisationsTables } from '../tables.ts'
import { type Details, insertAlias, lockStanding, updateDetails } from './store.ts'

export type DetailsChanged = 'changed' | 'as-before' | 'name-taken' | 'merged-meanwhile'

/** Changes what is said of an organisation; under a former name it is still found. */
export async function changeDetails(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  organisation: DescribedOrganisation,
  details: Details,
): Promise<DetailsChanged> {
  const { id, name: before } = organisation
  return db.transaction().execute(async (tx): Promise<DetailsChanged> => {
    if ((await lockStanding(tx, [id])).length === 0) return 'merged-meanwhile'
    const found = await findOrganisationByName(tx, details.name)
    if (found !== undefined && found !== id) return 'name-taken'
    if (!(await updateDetails(tx, id, details))) return 'as-before'
    const at = clock.now()
    const told = { about: { kind: 'organisation', id }, by: actor.person, at }
    if (details.name !== before) {
      await insertAlias(tx, id, { name: before, why: 'former-name' }, actor.person, at)
      await append(tx, { kind: 'organisation-renamed', ...told })
    }
    await append(tx, { kind: 'organisation-described', ...told })
    return 'changed'
  })
}
