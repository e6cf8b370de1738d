import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { PersonId } from '../../model.ts'
import type { RepresentationId } from '../model.ts'
import type { OrganisationsTables } from '../tables.ts'
import { setNamed } from './store.ts'

/** A representative says whether the organisation's public page names them; nobody else can. */
export async function nameRepresentative(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  wanted: { id: RepresentationId; person: PersonId; named: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    if (!(await setNamed(tx, wanted, at))) return
    const kind = wanted.named ? 'representative-named' : 'representative-unnamed'
    await append(tx, { kind, about: { kind: 'representation', id: wanted.id }, by: wanted.person, at })
  })
}
