import { sql } from 'kysely'
import { type Db, insertRows, type Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import { type Columns, type Field, isField } from '../columns.ts'
import { type Glance, glanceOf, keptGlance } from '../inspect.ts'
import { type ImportCounts, noCounts, type Remark, type RowProblem } from '../model.ts'
import { storable } from '../storable.ts'
import type { ImportId, ImportTables } from '../tables.ts'
import { worded } from '../words.ts'
import type { Import, KeptProblem, ProblemKind } from './kept-import.ts'
import { type Handling, type ImportState, usualHandling } from './model.ts'

type Reading = Db<ImportTables>
type Writing = Tx<ImportTables>

type Brought =
  | 'id'
  | 'request'
  | 'process'
  | 'source'
  | 'sha256'
  | 'content'
  | 'bytes'
  | 'told'
  | 'handling'
  | 'state'
type NewImport = Pick<Import, Brought | 'broughtBy' | 'broughtAt'> & {
  claim?: string
  claimedUntil?: Instant
  glance?: Glance
}

export async function insertImport(tx: Writing, brought: NewImport): Promise<void> {
  const { id, request, process, source, sha256, content, bytes, told, state, broughtBy, broughtAt } = brought
  const claimed = brought.claim
    ? { claim: brought.claim, claimed_until: brought.claimedUntil ?? null, started_at: broughtAt }
    : {}
  await tx
    .insertInto('docket.import')
    .values({
      ...{ id, request_id: request, process_id: process, source: storable(source), bytes, state },
      sha256: sha256 ?? null,
      content_sha256: content ?? null,
      told: JSON.stringify([...told]),
      handling: JSON.stringify(brought.handling),
      glance: brought.glance ? JSON.stringify(keptGlance(brought.glance)) : null,
      counts: JSON.stringify(noCounts()),
      ...{ trouble: null, part: 0, brought_by: broughtBy ?? null, brought_at: broughtAt },
      ...{ started_at: null, finished_at: null, claim: null, claimed_until: null },
      ...claimed,
    })
    .execute()
}

const columns = [
  ...(['id', 'process_id', 'request_id', 'source', 'sha256', 'bytes', 'told', 'handling', 'state'] as const),
  ...(['trouble', 'counts', 'part', 'brought_by', 'brought_at', 'started_at', 'finished_at'] as const),
  ...(['claimed_until', 'attempts', 'content_sha256'] as const),
]
const all = (db: Reading) => db.selectFrom('docket.import').select(columns)
type ImportRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

function importOf(row: ImportRow): Import {
  return {
    ...{ id: row.id, request: row.request_id, process: row.process_id, source: row.source },
    ...{ bytes: row.bytes, state: row.state, counts: { ...noCounts(), ...row.counts }, part: row.part },
    sha256: row.sha256 ?? undefined,
    content: row.content_sha256 ?? undefined,
    told: toldOf(row.told),
    handling: { ...usualHandling, ...row.handling },
    trouble: row.trouble ?? undefined,
    broughtBy: row.brought_by ?? undefined,
    broughtAt: row.brought_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    claimedUntil: row.claimed_until ?? undefined,
    attempts: row.attempts,
  }
}

function toldOf(pairs: readonly (readonly [string, string])[]): Columns {
  return new Map(
    pairs.flatMap(([field, column]): [Field, string][] => (isField(field) ? [[field, column]] : [])),
  )
}

export async function findImport(db: Reading, id: ImportId): Promise<Import | undefined> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

export async function findGlance(db: Reading, id: ImportId): Promise<Glance> {
  const row = await db.selectFrom('docket.import').select('glance').where('id', '=', id).executeTakeFirst()
  return glanceOf(row?.glance ?? { rows: [], columns: [] })
}

/** The last import of the very same bytes into the same request, where there was one. */
export async function findSameBytes(
  db: Reading,
  { id, request, content }: Pick<Import, 'id' | 'request' | 'content'>,
): Promise<Pick<Import, 'id' | 'broughtAt'> | undefined> {
  if (content === undefined) return undefined
  return db
    .selectFrom('docket.import')
    .select(['id', 'brought_at as broughtAt'])
    .where('request_id', '=', request)
    .where('content_sha256', '=', content)
    .where('id', '!=', id)
    .where('state', 'in', ['waiting', 'running', 'done', 'broken'])
    .orderBy('brought_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest first; one whose columns nobody confirmed is listed for whoever goes on with it. */
export async function listImports(db: Reading, request: RequestId): Promise<Import[]> {
  const rows = await all(db)
    .where('request_id', '=', request)
    .where('state', '!=', 'left')
    .orderBy('brought_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(importOf)
}

/** Takes the oldest that waits, or whose worker is gone without a word, which counts as a failure; holds it until then. */
export async function claimNext(
  db: Reading,
  claim: string,
  now: Instant,
  until: Instant,
): Promise<Import | undefined> {
  const row = await db
    .updateTable('docket.import')
    .set((to) => ({
      ...{ state: 'running' as const, claim, claimed_until: until },
      attempts: sql<number>`${to.ref('attempts')} + (${to.ref('claim')} is not null)::int`,
      started_at: sql<Instant>`coalesce(${to.ref('started_at')}, ${now})`,
    }))
    .where('id', 'in', (from) =>
      from
        .selectFrom('docket.import')
        .select('id')
        .where('state', 'in', ['waiting', 'running'])
        .where('sha256', 'is not', null)
        .where((where) => where.or([where('claimed_until', 'is', null), where('claimed_until', '<', now)]))
        .orderBy('brought_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .executeTakeFirst()
  return row && importOf(row)
}

/** Writes how far it is, beside the rows themselves; false where someone else has it by now. */
export async function saveProgress(
  tx: Writing,
  { id, claim }: { id: ImportId; claim: string },
  { counts, part, until }: { counts: ImportCounts; part: number; until: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('docket.import')
    .set({ counts: JSON.stringify(counts), part, claimed_until: until, attempts: 0 })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addProblems(tx: Writing, id: ImportId, problems: readonly RowProblem[]): Promise<void> {
  const rows = problems.map(({ row, place, outcome, said, cells }) => ({
    ...{ import_id: id, row_number: row, outcome, said, reason: worded(said) },
    place: place === undefined ? null : storable(place),
    cells: cells ?? null,
  }))
  await insertRows<Pick<ImportTables, 'docket.import_problem'>>(tx, {
    'docket.import_problem': rows as never,
  })
}

/** Moves it, once, from one of these states into another; whoever says by which claim does so while it holds it. */
export async function moveImport(
  tx: Writing,
  id: ImportId,
  from: readonly ImportState[],
  to: {
    state: ImportState
    at?: Instant
    told?: Columns
    handling?: Handling
    trouble?: string
    claim?: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('docket.import')
    .set({
      state: to.state,
      ...(to.at && { finished_at: to.at, claim: null, claimed_until: null, part: 1 }),
      ...(to.at && { glance: null }),
      ...(to.told && { told: JSON.stringify([...to.told]) }),
      ...(to.handling && { handling: JSON.stringify(to.handling) }),
      ...(to.trouble && { trouble: to.trouble }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(to.claim !== undefined, (ours) => ours.where('claim', '=', to.claim ?? null))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A sign of life from whoever has it. */
export async function holdOn(db: Reading, id: ImportId, claim: string, until: Instant): Promise<void> {
  await db
    .updateTable('docket.import')
    .set({ claimed_until: until })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute()
}

/** Gives it back, so that any worker may go on at once or, after a failure, a little later. */
export async function releaseImport(
  db: Reading,
  { id, claim }: { id: ImportId; claim: string },
  { until, failed }: { until: Instant | null; failed: boolean } = { until: null, failed: false },
): Promise<void> {
  await db
    .updateTable('docket.import')
    .set((to) => ({
      ...{ claim: null, claimed_until: until },
      ...(failed && { attempts: sql<number>`${to.ref('attempts')} + 1` }),
    }))
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute()
}

/** Problems in the order in which they were found, after a place among them. */
export async function listProblems(
  db: Reading,
  id: ImportId,
  { behind = 0, most = 1000 }: { behind?: number; most?: number } = {},
): Promise<KeptProblem[]> {
  const rows = await db
    .selectFrom('docket.import_problem')
    .selectAll()
    .where('import_id', '=', id)
    .where('position', '>', behind)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map(({ position, row_number, place, outcome, reason, said, cells }) => ({
    ...{ position, row: row_number, outcome, reason },
    said: said ?? undefined,
    place: place ?? undefined,
    cells: cells ?? undefined,
  }))
}

/** The kinds of problems of an import, most frequent first: a hundred thousand rows may all have the same one. */
export async function countProblems(db: Reading, id: ImportId): Promise<ProblemKind[]> {
  return db
    .selectFrom('docket.import_problem')
    .select((of) => ['outcome', 'reason', of.fn.countAll<number>().as('count')])
    .select(sql<Remark | undefined>`min(said::text)::jsonb`.as('said'))
    .where('import_id', '=', id)
    .groupBy(['outcome', 'reason'])
    .orderBy('count', 'desc')
    .orderBy('reason')
    .limit(20)
    .execute()
}

/** Which of these files are still to be imported. */
export async function listImportFiles(db: Reading, among: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('docket.import')
    .select('sha256')
    .where('sha256', 'in', among)
    .where('state', 'in', ['proposed', 'waiting', 'running'])
    .execute()
  return rows.flatMap(({ sha256 }) => sha256 ?? [])
}

/** The columns of the rows that have problems, in the order of the first that has them. */
export async function listColumns(db: Reading, id: ImportId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select cell.name
    from docket.import_problem as problem, lateral jsonb_object_keys(problem.cells) with ordinality as cell (name, place)
    where problem.import_id = ${id} and problem.cells is not null
    group by cell.name
    order by min(problem.position), min(cell.place)
    limit 1000`.execute(db)
  return rows.map(({ name }) => name)
}
