import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import { after, type Instant } from '../../platform/time.ts'
import type { DecisionId } from '../model.ts'
import type { ModerationTables } from '../tables.ts'
import { OBJECTIONS_AT_ONCE, type Objection, type ObjectionId, type ObjectionOutcome } from './model.ts'

type Reading = Db<ModerationTables>
type Writing = Tx<ModerationTables>
type Row = Omit<Selectable<ModerationTables['moderation.objection']>, 'words' | 'closed_by'>

const columns = [
  'id',
  'process_id',
  'about_kind',
  'about_id',
  'decision_id',
  'at',
  'outcome',
  'closed_at',
  'why',
] as const

const toObjection = (row: Row): Objection => ({
  id: row.id,
  process: row.process_id,
  about: { kind: row.about_kind, id: row.about_id },
  decision: row.decision_id,
  at: row.at,
  outcome: row.outcome ?? undefined,
  closedAt: row.closed_at ?? undefined,
  why: row.why,
})

/** Whether an objection about the thing of this column is open, for queries of the capability it belongs to. */
export const isObjectedTo = (kind: string, column: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from moderation.objection where objection.about_kind = ${kind} and objection.about_id = ${sql.ref(column)}
    and objection.outcome is null)`

/** Of two who object at once, one does. */
export async function insertObjection(
  tx: Writing,
  { id, process, about, decision, at }: Pick<Objection, 'id' | 'process' | 'about' | 'decision' | 'at'>,
  words: string,
): Promise<boolean> {
  const added = await tx
    .insertInto('moderation.objection')
    .values({
      ...{ id, words, at, process_id: process, decision_id: decision },
      ...{ about_kind: about.kind, about_id: about.id },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

const about = (db: Reading, { kind, id }: Ref) =>
  db.selectFrom('moderation.objection').where('about_kind', '=', kind).where('about_id', '=', id)

/** Whether as many were made about a thing of late as are taken. */
export async function areTooMany(db: Reading, ref: Ref, now: Instant): Promise<boolean> {
  const { count } = await about(db, ref)
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('at', '>', after(now, -OBJECTIONS_AT_ONCE.within))
    .executeTakeFirstOrThrow()
  return count >= OBJECTIONS_AT_ONCE.max
}

export async function findOpenObjection(db: Reading, ref: Ref): Promise<Objection | undefined> {
  const row = await about(db, ref).select(columns).where('outcome', 'is', null).executeTakeFirst()
  return row && toObjection(row)
}

/** What was written: for moderators, and for whoever wrote it. */
export async function findObjectionWords(db: Reading, id: ObjectionId): Promise<string> {
  const row = await db
    .selectFrom('moderation.objection')
    .select('words')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.words ?? ''
}

/** Those about a thing, the newest first. */
export async function listObjectionsAbout(db: Reading, ref: Ref): Promise<Objection[]> {
  const rows = await about(db, ref).select(columns).orderBy('at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toObjection)
}

/** Those of a process, the newest first. */
export async function listObjections(
  db: Reading,
  process: Id<'process'>,
  limit: number,
): Promise<Objection[]> {
  const rows = await db
    .selectFrom('moderation.objection')
    .select(columns)
    .where('process_id', '=', process)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toObjection)
}

/** Who had a part in a decision: who made it, and who proposed it. */
export async function decidersOf(db: Reading, decision: DecisionId): Promise<PersonId[]> {
  const made = db.selectFrom('moderation.decision').select('by').where('id', '=', decision)
  const proposed = db.selectFrom('moderation.proposal').select('by').where('decision_id', '=', decision)
  const rows = await made.unionAll(proposed).execute()
  return rows.flatMap(({ by }) => by ?? [])
}

export interface Ending {
  about: Ref
  outcome: ObjectionOutcome
  by: PersonId | undefined
  at: Instant
  why?: string | undefined
}

/** Ends what is open about a thing; answers which that was. */
export async function endObjection(
  tx: Writing,
  { about: { kind, id }, outcome, by, at, why = '' }: Ending,
): Promise<Pick<Objection, 'id' | 'process'> | undefined> {
  return tx
    .updateTable('moderation.objection')
    .set({ outcome, closed_by: by ?? null, closed_at: at, why })
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .where('outcome', 'is', null)
    .returning(['id', 'process_id as process'])
    .executeTakeFirst()
}

/** Takes out what was written against decisions about a thing, and what was answered, which may quote it. */
export async function eraseObjections(tx: Writing, { kind, id }: Ref): Promise<void> {
  await tx
    .updateTable('moderation.objection')
    .set({ words: '', why: '' })
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .execute()
}
