import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/db/index.ts'
import type { Id } from '../platform/id.ts'
import type { LeafId } from '../record/index.ts'
import type { ActCount, Decision, LogPlace, Reason } from './model.ts'
import { eraseObjections } from './objections/store.ts'
import type { ModerationTables } from './tables.ts'

export async function insertDecision(tx: Tx<ModerationTables>, decision: Decision): Promise<void> {
  await tx
    .insertInto('moderation.decision')
    .values({
      id: decision.id,
      process_id: decision.process,
      about_kind: decision.about.kind,
      about_id: decision.about.id,
      act: decision.act,
      reason_code: decision.reason ?? null,
      explanation: decision.explanation,
      redactions: decision.redactions,
      redacted_for: [...decision.redactedFor],
      by: decision.by ?? null,
      at: decision.at,
      leaf_id: decision.leaf,
    })
    .execute()
}

/** Every reason that was ever given has a name; only those in use are offered. */
export async function listReasons(
  db: Db<ModerationTables>,
  { retired = false, act = 'withhold' }: { retired?: boolean; act?: 'withhold' | 'erase' } = {},
): Promise<Reason[]> {
  return db
    .selectFrom('moderation.reason')
    .select(['code', 'name', 'meaning'])
    .$if(!retired, (query) => query.where('retired', '=', false).where('act', '=', act))
    .orderBy('position')
    .execute()
}

function toDecision(row: Selectable<ModerationTables['moderation.decision']>): Decision {
  return {
    id: row.id,
    process: row.process_id,
    about: { kind: row.about_kind, id: row.about_id },
    act: row.act,
    reason: row.reason_code ?? undefined,
    explanation: row.explanation,
    redactions: row.redactions,
    redactedFor: row.redacted_for,
    by: row.by ?? undefined,
    at: row.at,
    leaf: row.leaf_id,
  }
}

/** The newest decisions first, from a place on. */
export async function listDecisions(
  db: Db<ModerationTables>,
  process: Id<'process'>,
  { from, limit }: { from: LogPlace | undefined; limit: number },
): Promise<Decision[]> {
  let query = db.selectFrom('moderation.decision').selectAll().where('process_id', '=', process)
  if (from) {
    query = query.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(from.at, from.id)))
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toDecision)
}

export async function countDecisions(db: Db<ModerationTables>, process: Id<'process'>): Promise<ActCount[]> {
  const rows = await db
    .selectFrom('moderation.decision')
    .select(['about_kind', 'act', 'reason_code', 'redacted_for'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('process_id', '=', process)
    .groupBy(['about_kind', 'act', 'reason_code', 'redacted_for'])
    .orderBy('about_kind')
    .orderBy('act')
    .orderBy('count', 'desc')
    .execute()
  return rows.map(({ about_kind: kind, act, reason_code, redacted_for, count }) => ({
    kind,
    act,
    reason: reason_code ?? undefined,
    redactedFor: redacted_for,
    count,
  }))
}

/** What was decided about one contribution, oldest first. */
export async function decisionsAbout(
  db: Db<ModerationTables>,
  kind: string,
  id: string,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('moderation.decision')
    .selectAll()
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toDecision)
}

/** The decision that stands about each contribution, by its id. */
export async function standingDecisions(
  db: Db<ModerationTables>,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Decision>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('moderation.decision')
    .selectAll()
    .distinctOn('about_id')
    .where('about_kind', '=', kind)
    .where((row) => row('about_id', '=', row.fn.any(row.val([...ids]))))
    .orderBy('about_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.about_id, toDecision(row)]))
}

/** Takes out what moderators wrote about a contribution, which may quote it, and what its sender wrote to them. */
export async function eraseExplanations(tx: Tx<ModerationTables>, kind: string, id: string): Promise<void> {
  await tx
    .updateTable('moderation.decision')
    .set({ explanation: '' })
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .execute()
  await eraseObjections(tx, { kind, id })
}

/** The decisions that these leaves of the public log tell of. */
export async function decisionsOfLeaves(
  db: Db<ModerationTables>,
  leaves: readonly LeafId[],
): Promise<Decision[]> {
  if (leaves.length === 0) return []
  const rows = await db.selectFrom('moderation.decision').selectAll().where('leaf_id', 'in', leaves).execute()
  return rows.map(toDecision)
}
