import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { PersonId } from '../model.ts'
import { findPerson, lockAdministrators } from '../people/store.ts'
import type { ParticipantsTables } from '../tables.ts'
import { deleteLinks, deleteOfPerson, emptyPerson } from './store.ts'

export interface Erased {
  reason: string
  by: PersonId | undefined
  at: Instant
  /** After a restore nobody comes back, not even the last administrator. */
  lastToo?: boolean
}

const isLast = (administrators: readonly PersonId[], id: PersonId) =>
  administrators.length > 0 && administrators.every((one) => one === id)

/** Whether nobody would administer the installation without this person. */
export const isLastAdministrator = (db: Db<ParticipantsTables>, id: PersonId): Promise<boolean> =>
  db.transaction().execute(async (tx) => isLast(await lockAdministrators(tx), id))

/** Erases who a person was: what the person did stays under an id that leads to nobody. */
export async function erasePerson(
  tx: Tx<ParticipantsTables & RecordTables>,
  id: PersonId,
  { reason, by, at, lastToo = false }: Erased,
): Promise<'erased' | 'not-there' | 'last-administrator'> {
  if (isLast(await lockAdministrators(tx), id) && !lastToo) return 'last-administrator'
  const person = await findPerson(tx, id)
  if (!person || !(await emptyPerson(tx, id, at))) return 'not-there'
  await deleteOfPerson(tx, id)
  await deleteLinks(tx, person.email, at)
  await append(tx, { kind: 'person-erased', about: { kind: 'person', id }, by, at, detail: { reason } })
  return 'erased'
}
