import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor } from '../model.ts'
import type { Representation, RepresentationId } from './model.ts'
import { insertRepresentation } from './store.ts'
import type { OrganisationsTables } from './tables.ts'

type Wanted = Pick<Representation, 'person' | 'organisation' | 'capacity' | 'from' | 'until'> & {
  /** How the actor made sure of it; nothing where nobody did. */
  checkedHow: string | undefined
}

export type RepresentationAdded = { added: RepresentationId } | { refused: 'ends-before-it-begins' }

export async function addRepresentation(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  { checkedHow, ...wanted }: Wanted,
): Promise<RepresentationAdded> {
  if (wanted.until !== undefined && wanted.until <= wanted.from) return { refused: 'ends-before-it-begins' }
  return db.transaction().execute(async (tx): Promise<RepresentationAdded> => {
    const at = clock.now()
    const id: RepresentationId = newId(at.getTime())
    const check = checkedHow && actor.person ? { by: actor.person, how: checkedHow, at } : undefined
    await insertRepresentation(tx, { ...wanted, id, check })
    const about = { kind: 'representation', id }
    await append(tx, { kind: 'representation-added', about, by: actor.person, at })
    return { added: id }
  })
}
