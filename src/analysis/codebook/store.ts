import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../participants/index.ts'
import { type Db, insertRows, type Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { Code, CodeEnd, CodeId, CodeWording, CodingId } from './model.ts'
import type { CodebookTables } from './tables.ts'

type Reading = Db<CodebookTables>
type Writing = Tx<CodebookTables>

/** Every code of a process in the order of the book, those no longer in use too. */
export async function listCodes(db: Reading, process: ProcessId): Promise<Code[]> {
  const rows = await db
    .selectFrom('analysis.code')
    .selectAll()
    .where('process_id', '=', process)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const became = await db
    .selectFrom('analysis.code_successor as became')
    .innerJoin('analysis.code as code', 'code.id', 'became.code_id')
    .select(['became.code_id as code', 'became.successor_id as into'])
    .where('code.process_id', '=', process)
    .execute()
  const into = Map.groupBy(became, ({ code }) => code)
  return rows.map(({ id, parent_id, position, name, definition, example, ended_at, ended_as }) => ({
    ...{ id, position, name, definition, example, parent: parent_id ?? undefined },
    ended:
      ended_at && ended_as
        ? { at: ended_at, as: ended_as, into: (into.get(id) ?? []).map((one) => one.into) }
        : undefined,
  }))
}

/** One change of a codebook at a time, so that each sees what the one before left. */
export async function lockCodebook(tx: Writing, process: ProcessId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`codebook ${process}`}, 0))`.execute(tx)
}

/** Whether a code of this name is in use beside it, as the database compares names. */
export async function isNamed(
  tx: Writing,
  process: ProcessId,
  { parent, name, but }: { parent: CodeId | undefined; name: string; but?: CodeId },
): Promise<boolean> {
  const found = await tx
    .selectFrom('analysis.code')
    .select('id')
    .where('process_id', '=', process)
    .where(sql<SqlBool>`parent_id is not distinct from ${parent ?? null}::uuid`)
    .where(sql<SqlBool>`lower(name) = lower(${name})`)
    .where('ended_at', 'is', null)
    .where(sql<SqlBool>`id is distinct from ${but ?? null}::uuid`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export interface NewCode extends CodeWording {
  id: CodeId
  parent: CodeId | undefined
  position: number
}

/** Parents stand before what is below them. */
export async function insertCodes(
  tx: Writing,
  process: ProcessId,
  codes: readonly NewCode[],
  { by, at }: { by: PersonId | undefined; at: Instant },
): Promise<void> {
  await insertRows(tx, {
    'analysis.code': codes.map(({ parent, ...code }) => ({
      ...{ ...code, parent_id: parent ?? null, process_id: process, ended_at: null, ended_as: null },
    })),
  })
  await insertRows(tx, {
    'analysis.code_wording': codes.map(({ id, name, definition, example }) => ({
      ...{ code_id: id, at, by_person: by ?? null, name, definition, example },
    })),
  })
}

/** Gives a code that is in use other words and keeps them with those it had. */
export async function setWording(
  tx: Writing,
  id: CodeId,
  { name, definition, example }: CodeWording,
  { by, at }: { by: PersonId | undefined; at: Instant },
): Promise<void> {
  const wording = { name, definition, example }
  await tx.updateTable('analysis.code').set(wording).where('id', '=', id).execute()
  await tx
    .insertInto('analysis.code_wording')
    .values({ code_id: id, at, by_person: by ?? null, ...wording })
    .onConflict((conflict) => conflict.columns(['code_id', 'at']).doUpdateSet(wording))
    .execute()
}

/** Puts a code below another, and all codes into this order. */
export async function setPlaces(
  tx: Writing,
  { id, parent }: { id: CodeId; parent: CodeId | undefined },
  order: readonly CodeId[],
): Promise<void> {
  await tx
    .updateTable('analysis.code')
    .set({ parent_id: parent ?? null })
    .where('id', '=', id)
    .execute()
  await sql`
    update analysis.code set position = place.number - 1
    from unnest(${order}::uuid[]) with ordinality as place (id, number)
    where code.id = place.id and code.position <> place.number - 1`.execute(tx)
}

/** Names as the database compares them. */
export async function foldNames(db: Reading, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; folded: string }>`
    select name, lower(name) as folded from unnest(${names}::text[]) as given (name)`.execute(db)
  return new Map(rows.map(({ name, folded }) => [name, folded]))
}

/** Takes a code out of use and remembers what it became. */
export async function endCode(
  tx: Writing,
  id: CodeId,
  { as, at, into }: { as: CodeEnd; at: Instant; into: readonly CodeId[] },
): Promise<void> {
  await tx
    .updateTable('analysis.code')
    .set({ ended_at: at, ended_as: as })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await insertRows(tx, {
    'analysis.code_successor': into.map((successor) => ({ code_id: id, successor_id: successor })),
  })
}

/** Puts another code in the place of one, wherever it was given; answers the codings that this changed. */
export async function recode(tx: Writing, from: CodeId, to: CodeId): Promise<CodingId[]> {
  await tx
    .insertInto('analysis.coded_code')
    .columns(['coding_id', 'code_id'])
    .expression((from_) =>
      from_
        .selectFrom('analysis.coded_code')
        .select(['coding_id', sql<CodeId>`${to}::uuid`.as('code_id')])
        .where('code_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const gone = await tx
    .deleteFrom('analysis.coded_code')
    .where('code_id', '=', from)
    .returning('coding_id as coding')
    .execute()
  return gone.map(({ coding }) => coding)
}

/** Each wording that a code had, the newest first. */
export async function listWordings(db: Reading, id: CodeId) {
  return db
    .selectFrom('analysis.code_wording')
    .select(['at', 'by_person as by', 'name', 'definition', 'example'])
    .where('code_id', '=', id)
    .orderBy('at', 'desc')
    .execute()
}
