import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Actor, PersonId } from '../model.ts'
import type { HeldRole } from './model.ts'
import { deleteRole, lockAdministrators } from './store.ts'
import type { PeopleTables } from './tables.ts'

export type RoleTaken = { taken: HeldRole } | { refused: 'not-held' | 'last-administrator' }

/** Takes a role back; an installation is never left without an administrator. */
export async function takeRole(
  { db, clock }: Services<PeopleTables & RecordTables>,
  actor: Actor,
  person: PersonId,
  role: HeldRole,
): Promise<RoleTaken> {
  return db.transaction().execute(async (tx): Promise<RoleTaken> => {
    if (role.role === 'administrator') {
      const administrators = await lockAdministrators(tx)
      if (administrators.every((one) => one === person)) return { refused: 'last-administrator' }
    }
    if (!(await deleteRole(tx, person, role))) return { refused: 'not-held' }
    const about = { kind: 'person', id: person }
    const what = { process: role.process, detail: { role: role.role } }
    await append(tx, { kind: 'role-taken', about, by: actor.person, at: clock.now(), ...what })
    return { taken: role }
  })
}
