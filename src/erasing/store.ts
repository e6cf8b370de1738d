import { sql } from 'kysely'
import type { Erased } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import type { LedgerEntry } from './ledger-lines.ts'
import type { ErasedThing } from './model.ts'
import type { ErasingTables } from './tables.ts'

/** Held while the ledger is written, so that two writers do not mix their lines. */
const WRITING = 5_243_127

export const lockLedger = (tx: Tx<ErasingTables>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${WRITING})`.execute(tx)

/** Remembers what was erased; what was erased before keeps its first row. Answers what is new. */
export async function insertErasures(
  tx: Tx<ErasingTables>,
  things: readonly ErasedThing[],
  { reason, by, at }: Erased,
): Promise<LedgerEntry[]> {
  const [names, ids] = [things.map(({ kind }) => kind), things.map(({ id }) => id)]
  const { rows } = await sql<ErasedThing>`
    insert into erasing.erasure (about_kind, about_id, reason_code, by, at)
    select kind, id, ${reason}, ${by ?? null}::uuid, ${at}::timestamptz
    from unnest(${names}::text[], ${ids}::uuid[]) as thing (kind, id)
    on conflict do nothing returning about_kind as kind, about_id as id`.execute(tx)
  return rows.map((row) => ({ ...row, reason, by, at }))
}

/** All that was ever erased, in a fixed order. */
export async function listErasures(db: Db<ErasingTables>): Promise<LedgerEntry[]> {
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
