import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ParticipantsTables, PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { ModerationTables } from '../tables.ts'
import type { AssignedTo, Assignment } from './model.ts'

type Writing = Tx<ModerationTables>

/** Whether the thing of this column is anybody's, or this person's, for queries of the capability it belongs to. */
export const isAssigned = (
  kind: string,
  column: string,
  to?: PersonId,
): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from moderation.assignment where assignment.about_kind = ${kind} and assignment.about_id = ${sql.ref(column)}
    and ${to === undefined ? sql`true` : sql`assignment.person = ${to}`})`

export async function findAssignment(
  db: Db<ModerationTables & ParticipantsTables>,
  { kind, id }: Ref,
): Promise<AssignedTo | undefined> {
  const row = await db
    .selectFrom('moderation.assignment as assignment')
    .leftJoin('participants.person as person', 'person.id', 'assignment.person')
    .select(['assignment.person', 'person.name', 'assignment.at'])
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .executeTakeFirst()
  return row && { ...row, name: row.name || undefined }
}

/** Of two who take a thing at once, one does; answers what was taken. */
export async function insertAssignments(
  tx: Writing,
  assignments: readonly Assignment[],
): Promise<ReadonlySet<string>> {
  if (assignments.length === 0) return new Set()
  const taken = await tx
    .insertInto('moderation.assignment')
    .values(
      assignments.map(({ about, process, ...rest }) => ({
        ...rest,
        about_kind: about.kind,
        about_id: about.id,
        process_id: process,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('about_id')
    .execute()
  return new Set(taken.map(({ about_id }) => about_id))
}

/** Hands a thing on, if it is still with whom it was seen. */
export async function moveAssignment(tx: Writing, to: Assignment, seen: PersonId): Promise<boolean> {
  const { about, person, by, at } = to
  const moved = await tx
    .updateTable('moderation.assignment')
    .set({ person, by, at })
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('person', '=', seen)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Nobody has it any more; with `seen` only where that person had it. */
export async function deleteAssignment(tx: Writing, { kind, id }: Ref, seen?: PersonId): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('moderation.assignment')
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .$if(seen !== undefined, (query) => query.where('person', '=', seen as PersonId))
    .executeTakeFirst()
  return deleted.numDeletedRows === 1n
}
