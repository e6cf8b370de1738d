import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { DeclaredInterest, Interest, InterestId } from './model.ts'
import type { InterestTables } from './tables.ts'

export async function insertInterest(
  tx: Tx<InterestTables>,
  interest: Interest & { id: InterestId; person: PersonId },
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('participants.interest')
    .values({ ...interest, declared_at: at, ended_at: null })
    .execute()
}

/** What was declared stays, with its end; nobody but the person ends it. */
export async function closeInterest(
  tx: Tx<InterestTables>,
  { id, person }: { id: InterestId; person: PersonId },
  at: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('participants.interest')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** What these people declared, those interests too that ended. */
export async function listInterests(
  db: Db<InterestTables>,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, DeclaredInterest[]>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('participants.interest')
    .selectAll()
    .where('person', 'in', people)
    .orderBy('declared_at')
    .orderBy('id')
    .execute()
  const told = rows.map(({ person, id, kind, words, declared_at, ended_at }) => ({
    person,
    interest: { id, kind, words, declaredAt: declared_at, endedAt: ended_at ?? undefined },
  }))
  const byPerson = Map.groupBy(told, ({ person }) => person)
  return new Map([...byPerson].map(([person, all]) => [person, all.map(({ interest }) => interest)]))
}
