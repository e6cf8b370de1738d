import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../platform/db/index.ts'
import { newId, parseId } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { Issue, IssueHome, IssueId, Process, ProcessId, Stage } from './model.ts'
import type { ProcessesTables } from './tables.ts'

type Reading = Db<ProcessesTables>
type Writing = Tx<ProcessesTables>
type Row = Selectable<ProcessesTables['processes.process']>
type Facts = Omit<Process, 'issues' | 'stages'>

const columnsOf = (process: Facts): Row => ({
  id: process.id,
  slug: process.slug,
  name: process.name,
  scope: process.scope,
  outcome_character: process.outcomeCharacter,
  binding: process.binding,
  convenor: process.convenor ?? null,
  docket_prefix: process.docketPrefix,
  zone: process.zone,
  created_at: process.createdAt,
  published_at: process.publishedAt ?? null,
  parent_issue_id: process.parentIssue ?? null,
})

const factsOf = (row: Row): Facts => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  scope: row.scope,
  outcomeCharacter: row.outcome_character,
  binding: row.binding,
  convenor: row.convenor ?? undefined,
  docketPrefix: row.docket_prefix,
  zone: row.zone,
  createdAt: row.created_at,
  publishedAt: row.published_at ?? undefined,
  ...(row.parent_issue_id && { parentIssue: row.parent_issue_id }),
})

async function issuesOf(db: Reading, ids: readonly ProcessId[]): Promise<Map<ProcessId, Issue[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('processes.issue')
    .select(['process_id', 'id', 'number', 'title', 'description'])
    .where('process_id', 'in', ids)
    .orderBy('number')
    .execute()
  const byProcess = Map.groupBy(rows, (row) => row.process_id)
  const bare = (all: typeof rows) => all.map(({ process_id: _, ...issue }) => issue)
  return new Map([...byProcess].map(([id, all]) => [id, bare(all)]))
}

async function stagesOf(db: Reading, ids: readonly ProcessId[]): Promise<Map<ProcessId, Stage[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('processes.stage')
    .select(['process_id', 'name', 'title', 'opens_at as opens', 'closes_at as closes', 'what'])
    .where('process_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byProcess = Map.groupBy(rows, (row) => row.process_id)
  const bare = (all: typeof rows) => all.map(({ process_id: _, ...stage }) => stage)
  return new Map([...byProcess].map(([id, all]) => [id, bare(all)]))
}

async function complete(db: Reading, rows: readonly Row[]): Promise<Process[]> {
  const ids = rows.map((row) => row.id)
  const [issues, stages] = [await issuesOf(db, ids), await stagesOf(db, ids)]
  return rows.map((row) => ({
    ...factsOf(row),
    issues: issues.get(row.id) ?? [],
    stages: stages.get(row.id) ?? [],
  }))
}

export async function findProcess(db: Reading, slugOrId: string): Promise<Process | undefined> {
  const id = parseId<'process'>(slugOrId)
  const rows = await db
    .selectFrom('processes.process')
    .selectAll()
    .where((where) => (id ? where('id', '=', id) : where('slug', '=', slugOrId)))
    .execute()
  return (await complete(db, rows))[0]
}

/** The newest first; unpublished ones too, which only those who prepare them may be shown. */
export async function listProcesses(db: Reading): Promise<Process[]> {
  const rows = await db
    .selectFrom('processes.process')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return complete(db, rows)
}

export async function findIssue(db: Reading, id: IssueId): Promise<IssueHome | undefined> {
  const row = await db
    .selectFrom('processes.issue')
    .select('process_id')
    .where('id', '=', id)
    .executeTakeFirst()
  const process = row && (await findProcess(db, row.process_id))
  const issue = process?.issues.find((one) => one.id === id)
  return process && issue ? { issue, process } : undefined
}

/** The processes that these issues opened; unpublished ones too, which only those who prepare them may be shown. */
export async function listChildren(db: Reading, issues: readonly IssueId[]): Promise<Process[]> {
  const rows = await db
    .selectFrom('processes.process')
    .selectAll()
    .where(sql<SqlBool>`parent_issue_id = any(${issues}::uuid[])`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return complete(db, rows)
}

/** What processes are called, by their ids, in the order of their names. */
export async function nameProcesses(db: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('processes.process').select(['id', 'name']).orderBy('name').execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Inserts unless the short address is taken; answers whether it did. */
export async function insertProcess(tx: Writing, process: Process): Promise<boolean> {
  const inserted = await tx
    .insertInto('processes.process')
    .values(columnsOf(process))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false
  await insertIssues(tx, process.id, process.issues)
  await insertStages(tx, process)
  return true
}

/** Adds an issue under the next number; the row of its process is the lock that keeps two of them apart. */
export async function addIssue(
  tx: Writing,
  id: ProcessId,
  issue: Pick<Issue, 'id' | 'title' | 'description'>,
): Promise<Issue> {
  await tx.selectFrom('processes.process').select('id').where('id', '=', id).forUpdate().execute()
  const row = await tx
    .insertInto('processes.issue')
    .values({
      ...issue,
      process_id: id,
      number: sql`(select coalesce(max(number), 0) + 1 from processes.issue where process_id = ${id})`,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return { ...issue, number: row.number }
}

async function insertIssues(tx: Writing, id: ProcessId, issues: readonly Issue[]): Promise<void> {
  if (issues.length === 0) return
  await tx
    .insertInto('processes.issue')
    .values(issues.map((issue) => ({ ...issue, process_id: id })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        number: row.ref('excluded.number'),
        title: row.ref('excluded.title'),
        description: row.ref('excluded.description'),
      })),
    )
    .execute()
}

async function insertStages(tx: Writing, { id, stages, createdAt }: Process): Promise<void> {
  if (stages.length === 0) return
  const rows = stages.map(({ opens, closes, ...stage }, position) => ({
    ...stage,
    id: newId<'stage'>(createdAt.getTime()),
    process_id: id,
    position,
    opens_at: opens,
    closes_at: closes,
  }))
  await tx.insertInto('processes.stage').values(rows).execute()
}

/** Issues that stay keep their ids, because questions already point at them. */
async function replaceIssues(tx: Writing, id: ProcessId, issues: readonly Issue[]): Promise<void> {
  const kept = issues.map((issue) => issue.id)
  await tx
    .deleteFrom('processes.issue')
    .where('process_id', '=', id)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  await tx
    .updateTable('processes.issue')
    .set({ number: sql`number + 1000000` })
    .where('process_id', '=', id)
    .execute()
  await insertIssues(tx, id, issues)
}

/** Changes what nobody outside has seen yet; answers whether it was still unpublished. */
export async function updateUnpublished(tx: Writing, process: Process): Promise<boolean> {
  const { name, scope, outcome_character, binding, convenor, docket_prefix, zone } = columnsOf(process)
  const columns = { name, scope, outcome_character, binding, convenor, docket_prefix, zone }
  const updated = await tx
    .updateTable('processes.process')
    .set(columns)
    .where('id', '=', process.id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) return false
  await replaceIssues(tx, process.id, process.issues)
  await tx.deleteFrom('processes.stage').where('process_id', '=', process.id).execute()
  await insertStages(tx, process)
  return true
}

export async function publishIfUnpublished(tx: Writing, id: ProcessId, at: Instant): Promise<boolean> {
  const updated = await tx
    .updateTable('processes.process')
    .set({ published_at: at })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/**
 * Lets the comments stage end then, sooner or later than it did; what follows it moves by as much. A stage that opens
 * only after that is another one's and stays. Answers whether anything moved.
 */
export async function endCommentsWith(tx: Writing, id: ProcessId, until: Instant): Promise<boolean> {
  const moved = await tx
    .with('comments', (cte) =>
      cte
        .selectFrom('processes.stage')
        .select(['position', sql<string>`${until}::timestamptz - closes_at`.as('by')])
        .where('process_id', '=', id)
        .where('name', '=', 'comments')
        .where('opens_at', '<', until)
        .where('closes_at', '!=', until),
    )
    .updateTable('processes.stage as stage')
    .from('comments')
    .set({
      closes_at: sql`stage.closes_at + comments.by`,
      opens_at: sql`case when stage.position > comments.position then stage.opens_at + comments.by else stage.opens_at end`,
    })
    .where('stage.process_id', '=', id)
    .whereRef('stage.position', '>=', 'comments.position')
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}
