import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor, PersonId } from '../model.ts'
import * as store from './store.ts'
import type { PeopleTables } from './tables.ts'

/** Changes how a person is called from now on; what was signed before keeps the name it was signed with. */
export async function renamePerson(
  { db, clock }: Services<PeopleTables & RecordTables>,
  actor: Actor,
  person: PersonId,
  name: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await store.renamePerson(tx, person, name))) return
    const about = { kind: 'person', id: person }
    await append(tx, { kind: 'person-renamed', about, by: actor.person, at: clock.now() })
  })
}
