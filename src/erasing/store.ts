import { sql } from 'kysely'
import type { Erased } from '../participants/index.ts'
import { type Db, insertRows, type Tx } from '../platform/db/index.ts'
import type { ErasedThing } from './model.ts'
import type { ErasingTables } from './tables.ts'

/** Held while the ledger is written, so that two writers do not mix their lines. */
const WRITING = 5_243_127

export const lockLedger = (tx: Tx<ErasingTables>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${WRITING})`.execute(tx)

/** Remembers what was erased; what was erased before keeps its first row. */
export async function insertErasures(
  tx: Tx<ErasingTables>,
  things: readonly ErasedThing[],
  { reason, by, at }: Erased,
): Promise<void> {
  const known = new Set((await listErasures(tx)).map(({ kind, id }) => `${kind} ${id}`))
  const fresh = things.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  const rows = fresh.map(({ kind, id }) => ({
    about_kind: kind,
    about_id: id,
    reason_code: reason,
    by: by ?? null,
    at,
  }))
  await insertRows(tx, { 'erasing.erasure': rows })
}

/** All that was ever erased, in a fixed order. */
export async function listErasures(db: Db<ErasingTables>): Promise<(ErasedThing & Erased)[]> {
  const rows = await db
    .selectFrom('erasing.erasure')
    .selectAll()
    .orderBy('at')
    .orderBy('about_kind')
    .orderBy('about_id')
    .execute()
  return rows.map(({ about_kind, about_id, reason_code, by, at }) => ({
    kind: about_kind,
    id: about_id,
    reason: reason_code,
    by: by ?? undefined,
    at,
  }))
}
