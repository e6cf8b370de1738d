import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor } from '../model.ts'
import type { RepresentationId } from './model.ts'
import { closeRepresentation } from './store.ts'
import type { OrganisationsTables } from './tables.ts'

export type RepresentationEnded = { ended: RepresentationId } | { refused: 'not-running' }

/** Ends it from now on: what was said while it ran was said for the organisation. */
export async function endRepresentation(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  id: RepresentationId,
): Promise<RepresentationEnded> {
  return db.transaction().execute(async (tx): Promise<RepresentationEnded> => {
    const at = clock.now()
    if (!(await closeRepresentation(tx, id, at))) return { refused: 'not-running' }
    const about = { kind: 'representation', id }
    await append(tx, { kind: 'representation-ended', about, by: actor.person, at })
    return { ended: id }
  })
}
