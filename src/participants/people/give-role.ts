import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor, PersonId } from '../model.ts'
import type { HeldRole } from './model.ts'
import { findPerson, insertRole } from './store.ts'
import type { PeopleTables } from './tables.ts'

export type RoleGiven = { given: HeldRole } | { refused: 'held-already' | 'no-such-person' }

/** Gives a role everywhere, or in the one process named. */
export async function giveRole(
  { db, clock }: Services<PeopleTables & RecordTables>,
  actor: Actor,
  person: PersonId,
  role: HeldRole,
): Promise<RoleGiven> {
  return db.transaction().execute(async (tx): Promise<RoleGiven> => {
    const at = clock.now()
    if (!(await findPerson(tx, person))) return { refused: 'no-such-person' }
    if (!(await insertRole(tx, person, role, actor.person, at))) return { refused: 'held-already' }
    const what = { process: role.process, detail: { role: role.role } }
    await append(tx, {
      kind: 'role-given',
      about: { kind: 'person', id: person },
      by: actor.person,
      at,
      ...what,
    })
    return { given: role }
  })
}
