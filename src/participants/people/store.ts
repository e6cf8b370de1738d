import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { GivenRole, HeldRole, ListedPerson, Person } from './model.ts'
import type { PeopleTables } from './tables.ts'

/** Adds the person unless the address is known already; of two sign-ups at once, one adds. */
export async function insertPerson(tx: Tx<PeopleTables>, person: Person, at: Instant): Promise<boolean> {
  const added = await tx
    .insertInto('participants.person')
    .values({ ...person, joined_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function renamePerson(tx: Tx<PeopleTables>, id: PersonId, name: string): Promise<boolean> {
  const renamed = await tx
    .updateTable('participants.person')
    .set({ name })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .where('name', '<>', name)
    .executeTakeFirst()
  return renamed.numUpdatedRows === 1n
}

export async function findPerson(db: Db<PeopleTables>, id: PersonId): Promise<Person | undefined> {
  return db
    .selectFrom('participants.person')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

export async function findPersonByEmail(db: Db<PeopleTables>, email: string): Promise<Person | undefined> {
  return db
    .selectFrom('participants.person')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
}

/** People by name, each with the roles held. */
export async function listPeople(db: Db<PeopleTables>): Promise<ListedPerson[]> {
  const people = await db
    .selectFrom('participants.person')
    .select(['id', 'name', 'email'])
    .where('erased_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const roles = await db.selectFrom('participants.role').selectAll().orderBy('role').execute()
  const held = Map.groupBy(roles, (row) => row.person)
  return people.map((person) => ({ ...person, roles: (held.get(person.id) ?? []).map(heldRole) }))
}

const heldRole = (row: { role: GivenRole; process_id: string | null }): HeldRole => ({
  role: row.role,
  process: row.process_id ?? undefined,
})

export async function listRoles(db: Db<PeopleTables>, person: PersonId): Promise<HeldRole[]> {
  const rows = await db
    .selectFrom('participants.role')
    .select(['role', 'process_id'])
    .where('person', '=', person)
    .orderBy('role')
    .execute()
  return rows.map(heldRole)
}

export async function insertRole(
  tx: Tx<PeopleTables>,
  person: PersonId,
  { role, process }: HeldRole,
  by: PersonId | undefined,
  at: Instant,
): Promise<boolean> {
  const given = await tx
    .insertInto('participants.role')
    .values({ person, role, process_id: process ?? null, given_at: at, given_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return given.numInsertedOrUpdatedRows === 1n
}

export async function deleteRole(
  tx: Tx<PeopleTables>,
  person: PersonId,
  { role, process }: HeldRole,
): Promise<boolean> {
  const taken = await tx
    .deleteFrom('participants.role')
    .where('person', '=', person)
    .where('role', '=', role)
    .where('process_id', process === undefined ? 'is' : '=', process ?? null)
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}

/** Who holds one of these roles in a process, or everywhere; by name. */
export async function listHolders(
  db: Db<PeopleTables>,
  roles: readonly string[],
  process: string,
): Promise<Pick<Person, 'id' | 'name'>[]> {
  return db
    .selectFrom('participants.person as person')
    .select(['person.id', 'person.name'])
    .where((row) =>
      row.exists(
        row
          .selectFrom('participants.role as held')
          .whereRef('held.person', '=', 'person.id')
          .where((role) => role('held.role', '=', role.fn.any(role.val([...roles] as GivenRole[]))))
          .where((role) => role.or([role('process_id', 'is', null), role('process_id', '=', process)])),
      ),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** Locks the administrators' roles until the transaction ends, so that two can't take the last two at once. */
export async function lockAdministrators(tx: Tx<PeopleTables>): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('participants.role')
    .select('person')
    .where('role', '=', 'administrator')
    .orderBy('person')
    .forUpdate()
    .execute()
  return rows.map((row) => row.person)
}
