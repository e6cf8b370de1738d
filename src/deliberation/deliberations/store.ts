import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { Deliberation, DeliberationId } from './model.ts'
import type { DeliberationsTables } from './tables.ts'

type Reading = Db<DeliberationsTables>
type Writing = Tx<DeliberationsTables>
type Row = Selectable<DeliberationsTables['deliberation.deliberation']>

const toDeliberation = (row: Row): Deliberation => ({
  id: row.id,
  process: row.process_id,
  request: row.request_id ?? undefined,
  issue: row.issue_id ?? undefined,
  number: row.number,
  title: row.title,
  intro: row.intro,
  language: row.language,
  opens: row.opens_at,
  closes: row.closes_at,
  zone: row.zone,
  electorate: row.electorate,
  createdAt: row.created_at,
  publishedAt: row.published_at ?? undefined,
  importedFrom: row.imported_from ?? undefined,
})

/** Those of a process or of some requests, the first one first; drafts among them. */
export async function listDeliberations(
  db: Reading,
  of: { process: ProcessId } | { requests: readonly RequestId[] } | { ids: readonly DeliberationId[] },
): Promise<Deliberation[]> {
  const all = db.selectFrom('deliberation.deliberation').selectAll().orderBy('process_id').orderBy('number')
  if ('process' in of) return (await all.where('process_id', '=', of.process).execute()).map(toDeliberation)
  const [column, among] = 'ids' in of ? (['id', of.ids] as const) : (['request_id', of.requests] as const)
  if (among.length === 0) return []
  return (await all.where(column, 'in', [...among]).execute()).map(toDeliberation)
}

export async function findDeliberation(
  db: Reading,
  process: ProcessId,
  number: number,
): Promise<Deliberation | undefined> {
  const row = await db
    .selectFrom('deliberation.deliberation')
    .selectAll()
    .where('process_id', '=', process)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && toDeliberation(row)
}

const columnsOf = (one: Deliberation) => ({
  request_id: one.request ?? null,
  issue_id: one.issue ?? null,
  title: one.title,
  intro: one.intro,
  language: one.language,
  opens_at: one.opens,
  closes_at: one.closes,
  zone: one.zone,
  electorate: one.electorate,
})

/** Gives it the next number of its process; whoever makes another one at the same moment waits for it. */
export async function insertDeliberation(tx: Writing, one: Omit<Deliberation, 'number'>): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deliberation ${one.process}`}, 0))`.execute(tx)
  const { last } = await tx
    .selectFrom('deliberation.deliberation')
    .select((row) => row.fn.coalesce(row.fn.max('number'), row.val(0)).as('last'))
    .where('process_id', '=', one.process)
    .executeTakeFirstOrThrow()
  const number = last + 1
  await tx
    .insertInto('deliberation.deliberation')
    .values({
      ...columnsOf({ ...one, number }),
      ...{ id: one.id, process_id: one.process, number, created_at: one.createdAt },
    })
    .execute()
  return number
}

/** Changes a draft; nothing where it was published meanwhile. */
export async function updateDraft(tx: Writing, one: Deliberation): Promise<boolean> {
  const changed = await tx
    .updateTable('deliberation.deliberation')
    .set(columnsOf(one))
    .where('id', '=', one.id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Publishing twice is publishing once; what would already be over cannot be announced. */
export async function publishDraft(tx: Writing, id: DeliberationId, now: Instant): Promise<boolean> {
  const changed = await tx
    .updateTable('deliberation.deliberation')
    .set({ published_at: now })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .where('closes_at', '>', now)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function setAllowed(
  tx: Writing,
  id: DeliberationId,
  addresses: readonly string[],
): Promise<void> {
  await tx.deleteFrom('deliberation.allowed_address').where('deliberation_id', '=', id).execute()
  await sql`insert into deliberation.allowed_address (deliberation_id, address)
    select ${id}::uuid, unnest(${[...addresses]}::text[])`.execute(tx)
}

export async function listAllowed(db: Reading, id: DeliberationId): Promise<string[]> {
  const rows = await db
    .selectFrom('deliberation.allowed_address')
    .select('address')
    .where('deliberation_id', '=', id)
    .orderBy('address')
    .execute()
  return rows.map(({ address }) => address)
}

export async function isAllowed(db: Reading, id: DeliberationId, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('deliberation.allowed_address')
    .select('address')
    .where('deliberation_id', '=', id)
    .where('address', '=', address)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether any list holds this address. */
export async function isOnAList(db: Reading, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('deliberation.allowed_address')
    .select('address')
    .where('address', '=', address)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes an address off every list. */
export async function forgetAllowed(tx: Writing, address: string): Promise<void> {
  await tx.deleteFrom('deliberation.allowed_address').where('address', '=', address).execute()
}

const turns = {
  opened: { due: 'opens_at', done: 'opened_at' },
  closed: { due: 'closes_at', done: 'closed_at' },
} as const

/** Marks those whose time has come, and answers which they were. */
export async function turnDue(
  tx: Writing,
  turn: keyof typeof turns,
  now: Instant,
): Promise<{ deliberation: Deliberation; prefix: string; allowed: number }[]> {
  const { due, done } = turns[turn]
  const rows = await tx
    .updateTable('deliberation.deliberation')
    .set({ [done]: now })
    .where('published_at', 'is not', null)
    .where(done, 'is', null)
    .where(due, '<=', now)
    .$if(turn === 'closed', (query) => query.where('opened_at', 'is not', null))
    .returningAll()
    .returning([
      sql<string>`(select docket_prefix from processes.process where id = process_id)`.as('prefix'),
      sql<number>`(select count(*)::int from deliberation.allowed_address
        where deliberation_id = deliberation.id)`.as('allowed'),
    ])
    .execute()
  return rows.map((row) => ({ deliberation: toDeliberation(row), prefix: row.prefix, allowed: row.allowed }))
}

/** The next so many numbers for statements of a deliberation; the last of them. */
export async function takeStatementNumbers(tx: Writing, id: DeliberationId, count: number): Promise<number> {
  const { statements } = await tx
    .updateTable('deliberation.deliberation')
    .set({ statements: sql`statements + ${count}` })
    .where('id', '=', id)
    .returning('statements')
    .executeTakeFirstOrThrow()
  return statements
}
