import { type Selectable, type SqlBool, sql } from 'kysely'
import { type Db, insertRows, type Tx } from '../platform/db/index.ts'
import { newId } from '../platform/id.ts'
import type { LeafRows } from './log/store.ts'
import type { Entry, PlacedEntry } from './model.ts'
import type { RecordTables } from './tables.ts'

/** Held while entries get their positions, so that of two readers at once each sees them in order. */
const PLACING = 5_243_119

export async function append(tx: Tx<RecordTables>, entry: Entry): Promise<void> {
  await appendAll(tx, [entry])
}

export async function appendAll(tx: Tx<RecordTables>, entries: readonly Entry[]): Promise<void> {
  await insertRows(tx, entryRows(entries))
}

/** Entries as rows of their table, for a statement that inserts what they tell of too. */
export const entryRows = (entries: readonly Entry[]) => ({ 'record.entry': entries.map(rowOf) })
export type RecordRows = ReturnType<typeof entryRows> & LeafRows

function rowOf({ kind, about, process, by, organisation, capacity, at, detail }: Entry) {
  return {
    id: newId<'entry'>(at.getTime()),
    kind,
    about_kind: about.kind,
    about_id: about.id,
    process_id: process ?? null,
    by: by ?? null,
    organisation: organisation ?? null,
    capacity: capacity ?? null,
    at,
    detail: detail ?? {},
  }
}

/** Entries commit in another order than they were made in: they get their positions here, once they are visible. */
export async function placeEntries(db: Db<RecordTables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(PLACING)})`.execute(tx)
    await sql`
      with waiting as (
        select id, row_number() over (order by at, written) as n
        from record.entry where position is null),
      last as (select coalesce(max(position), 0) as position from record.entry)
      update record.entry set position = last.position + waiting.n
      from waiting, last where entry.id = waiting.id`.execute(tx)
  })
}

/** The entries after a position, oldest first; none is ever skipped. */
export async function readEntries(
  db: Db<RecordTables>,
  after: number,
  limit: number,
): Promise<PlacedEntry[]> {
  await placeWaiting(db)
  return selectAfter(db, after, limit)
}

/** The place of the newest entry that is visible here; those that become visible later get later places. */
export async function latestPosition(db: Db<RecordTables>): Promise<number> {
  const { position } = await db
    .selectFrom('record.entry')
    .select((row) => row.fn.coalesce(row.fn.max('position'), row.lit(0)).as('position'))
    .executeTakeFirstOrThrow()
  return position
}

/** The place of the newest entry of a process; nothing while one of them waits for its place. */
export async function latestChangeIn(db: Db<RecordTables>, process: string): Promise<number | undefined> {
  const latest = await db
    .selectFrom('record.entry')
    .select('position')
    .where('process_id', '=', process)
    .orderBy('position', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return latest ? (latest.position ?? undefined) : 0
}

async function placeWaiting(db: Db<RecordTables>): Promise<void> {
  const waiting = db.selectFrom('record.entry').select('id').where('position', 'is', null).limit(1)
  if (await waiting.executeTakeFirst()) await placeEntries(db)
}

async function selectAfter(db: Db<RecordTables>, after: number, limit: number): Promise<PlacedEntry[]> {
  const rows = await db
    .selectFrom('record.entry')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** What happened to one thing, oldest first. */
export async function listEntriesAbout(db: Db<RecordTables>, id: string): Promise<PlacedEntry[]> {
  await placeWaiting(db)
  const rows = await db
    .selectFrom('record.entry')
    .selectAll()
    .where('about_id', '=', id)
    .where('position', 'is not', null)
    .orderBy('position')
    .execute()
  return rows.map(entryOf)
}

function entryOf(row: Selectable<RecordTables['record.entry']>): PlacedEntry {
  return {
    id: row.id,
    position: row.position ?? 0,
    kind: row.kind,
    about: { kind: row.about_kind, id: row.about_id },
    process: row.process_id ?? undefined,
    by: row.by ?? undefined,
    organisation: row.organisation ?? undefined,
    capacity: row.capacity ?? undefined,
    at: row.at,
    detail: row.detail,
  }
}

/** Which kinds of entries a reader is handed: those named, or all but those. */
export type Kinds = { only: readonly string[] } | { but: readonly string[] }

/**
 * Hands a reader its next entries and moves its cursor in the same transaction, so that what the reader
 * writes stands or falls with its place. Of two readers of one name at once, one waits its turn elsewhere.
 * Answers how many entries it has passed, also those of kinds that it is not handed.
 */
export async function followRecord<Tables extends RecordTables>(
  all: Db<Tables>,
  reader: string,
  limit: number,
  handle: (tx: Tx<Tables>, entries: readonly PlacedEntry[]) => Promise<void>,
  kinds: Kinds = { but: [] },
): Promise<number> {
  const db = all as unknown as Db<RecordTables>
  await placeWaiting(db)
  return db.transaction().execute(async (tx) => {
    const cursor = (await lockCursor(tx, reader)) ?? (await addCursor(tx, reader))
    if (!cursor) return 0
    const next = await stretchAfter(tx, cursor.position, limit)
    if (!next?.last) return 0
    const entries = await selectStretch(tx, cursor.position, next.last, kinds)
    if (entries.length > 0) await handle(tx as unknown as Tx<Tables>, entries)
    await tx.updateTable('record.cursor').set({ position: next.last }).where('reader', '=', reader).execute()
    return next.count
  })
}

/** How many entries come next, and the place of the last of them. */
async function stretchAfter(tx: Tx<RecordTables>, after: number, limit: number) {
  const { rows } = await sql<{ count: number; last: number | null }>`
    select count(*), max(position) as last from (
      select position from record.entry where position > ${after} order by position limit ${limit}) as next
  `.execute(tx)
  return rows[0]
}

async function selectStretch(
  tx: Tx<RecordTables>,
  after: number,
  last: number,
  kinds: Kinds,
): Promise<PlacedEntry[]> {
  const isHanded =
    'only' in kinds
      ? sql<SqlBool>`kind = any(${kinds.only}::text[])`
      : sql<SqlBool>`kind <> all(${kinds.but}::text[])`
  const rows = await tx
    .selectFrom('record.entry')
    .selectAll()
    .where('position', '>', after)
    .where('position', '<=', last)
    .where(isHanded)
    .orderBy('position')
    .execute()
  return rows.map(entryOf)
}

/** The cursor of a reader that has read nothing before; where there is one, another of its name is at it. */
const addCursor = (tx: Tx<RecordTables>, reader: string) =>
  tx
    .insertInto('record.cursor')
    .values({ reader, position: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('position')
    .executeTakeFirst()

const lockCursor = (tx: Tx<RecordTables>, reader: string) =>
  tx
    .selectFrom('record.cursor')
    .select('position')
    .where('reader', '=', reader)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
