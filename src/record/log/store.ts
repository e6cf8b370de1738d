import { type Selectable, sql } from 'kysely'
import { type Db, insertRows, type Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { LeafId } from '../proof/leaf.ts'
import { type Tile, type TileId, tileMap } from '../proof/tiles.ts'
import type { LogTables } from './tables.ts'

const SEQUENCING = 5_243_120

export type CheckpointRow = LogTables['record.checkpoint']
export type CosignatureRow = LogTables['record.cosignature']
export interface LoggedLeaf {
  id: LeafId
  body: string
  index: number
  logged: Instant
}

/** The rows of leaves; salts as `hexBytes`. */
export interface LeafRows {
  'record.leaf': readonly { id: LeafId; body: string }[]
  'record.salt': readonly { leaf_id: LeafId; labels: readonly string[]; salts: readonly string[] }[]
}

export async function insertLeaves(tx: Tx<LogTables>, rows: LeafRows): Promise<void> {
  await insertRows(tx, { ...rows })
}

/** Only one process at a time gives leaves their places; the lock ends with the transaction. */
export async function maySequence(tx: Tx<LogTables>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(SEQUENCING)}) as may`.execute(tx)
  return rows[0]?.may ?? false
}

export async function listWaiting(db: Db<LogTables>, limit: number): Promise<LeafId[]> {
  const rows = await db
    .selectFrom('record.leaf')
    .select('id')
    .where('index', 'is', null)
    .orderBy('written')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives leaves their places from `first` on, and answers them in their order; a leaf that has one already is not touched. */
export async function placeLeaves(
  tx: Tx<LogTables>,
  ids: readonly LeafId[],
  first: number,
  logged: Instant,
): Promise<LoggedLeaf[]> {
  const { rows } = await sql<Selectable<LogTables['record.leaf']>>`
    update record.leaf set index = ${first}::bigint + waiting.n - 1, logged = ${logged}
    from unnest(${ids}::uuid[]) with ordinality as waiting (id, n)
    where leaf.id = waiting.id and leaf.index is null
    returning leaf.*`.execute(tx)
  return rows.flatMap(placed).sort((a, b) => a.index - b.index)
}

/** The leaves of places `[start, end)`, in their order. */
export async function listLogged(db: Db<LogTables>, start: number, end: number): Promise<LoggedLeaf[]> {
  const rows = await loggedFrom(db, start).where('index', '<', end).execute()
  return rows.flatMap(placed)
}

export async function listLoggedFrom(db: Db<LogTables>, start: number, limit: number): Promise<LoggedLeaf[]> {
  const rows = await loggedFrom(db, start).limit(limit).execute()
  return rows.flatMap(placed)
}

const loggedFrom = (db: Db<LogTables>, start: number) =>
  db.selectFrom('record.leaf').selectAll().where('index', '>=', start).orderBy('index')

const placed = ({ id, body, index, logged }: Selectable<LogTables['record.leaf']>): LoggedLeaf[] =>
  index === null || logged === null ? [] : [{ id, body, index, logged }]

export async function findLeaf(db: Db<LogTables>, id: LeafId) {
  return db.selectFrom('record.leaf').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function countLogged(db: Db<LogTables>): Promise<number> {
  const last = db.selectFrom('record.leaf').select(({ fn }) => fn.max('index').as('index'))
  const index = (await last.executeTakeFirst())?.index ?? null
  return index === null ? 0 : index + 1
}

export async function listSalts(db: Db<LogTables>, ids: readonly LeafId[]) {
  if (ids.length === 0) return []
  return db.selectFrom('record.salt').selectAll().where('leaf_id', 'in', ids).execute()
}

/** Destroys the salts of some parts (counted from 1, none named means all): nothing can show any more what stood there. */
export async function destroySalts(tx: Tx<LogTables>, id: LeafId, parts: readonly number[]): Promise<void> {
  const gone = sql`(n = any(${parts}::int[]) or cardinality(${parts}::int[]) = 0)`
  await sql`
    update record.salt set
      salts = array(select case when not ${gone} then salt end
        from unnest(salts) with ordinality as one (salt, n) order by n),
      labels = array(select case when ${gone} then '' else label end
        from unnest(labels) with ordinality as one (label, n) order by n)
    where leaf_id = ${id}`.execute(tx)
}

export async function readTiles(db: Db<LogTables>, ids: readonly TileId[]): Promise<Map<string, Tile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('record.tile')
    .selectAll()
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('level', 'n'),
        'in',
        ids.map(({ level, n }) => tuple(level, n)),
      ),
    )
    .execute()
  return tileMap(rows)
}

export async function listTiles(db: Db<LogTables>): Promise<Tile[]> {
  return db.selectFrom('record.tile').selectAll().orderBy('level').orderBy('n').execute()
}

export async function writeTiles(tx: Tx<LogTables>, tiles: readonly Tile[]): Promise<void> {
  await tx
    .insertInto('record.tile')
    .values(tiles)
    .onConflict((conflict) =>
      conflict.columns(['level', 'n']).doUpdateSet(({ ref }) => ({ hashes: ref('excluded.hashes') })),
    )
    .execute()
}

export async function insertCheckpoint(tx: Tx<LogTables>, row: CheckpointRow): Promise<void> {
  await tx.insertInto('record.checkpoint').values(row).execute()
}

/** The newest checkpoints first. */
export async function listCheckpoints(db: Db<LogTables>, limit: number): Promise<CheckpointRow[]> {
  return db.selectFrom('record.checkpoint').selectAll().orderBy('size', 'desc').limit(limit).execute()
}

/** The newest first, each with the time of its last leaf. */
export async function listTimedCheckpoints(db: Db<LogTables>, limit: number) {
  const rows = await db
    .selectFrom('record.checkpoint')
    .innerJoin('record.leaf', (join) =>
      join.on(({ eb, ref }) =>
        eb('record.leaf.index', '=', sql<number>`${ref('record.checkpoint.size')} - 1`),
      ),
    )
    .select(['size', 'note', 'logged'])
    .orderBy('size', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ logged, ...row }) => (logged ? [{ ...row, logged }] : []))
}

export async function listCheckpointsFrom(db: Db<LogTables>, size: number, limit: number) {
  return db
    .selectFrom('record.checkpoint')
    .selectAll()
    .where('size', '>=', size)
    .orderBy('size')
    .limit(limit)
    .execute()
}

/** The first checkpoint over a leaf's place, or better the first that a witness co-signed. */
export async function findCheckpointOver(
  db: Db<LogTables>,
  index: number,
): Promise<CheckpointRow | undefined> {
  const over = db
    .selectFrom('record.checkpoint')
    .selectAll()
    .where('size', '>', index)
    .orderBy('size')
    .limit(1)
  const cosigned = over.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('record.cosignature')
        .select('size')
        .whereRef('record.cosignature.size', '=', 'record.checkpoint.size'),
    ),
  )
  return (await cosigned.executeTakeFirst()) ?? (await over.executeTakeFirst())
}

export async function listCosignatures(
  db: Db<LogTables>,
  sizes: readonly number[],
): Promise<CosignatureRow[]> {
  if (sizes.length === 0) return []
  return db
    .selectFrom('record.cosignature')
    .selectAll()
    .where('size', 'in', sizes)
    .orderBy('witness')
    .execute()
}

/** How far a witness has co-signed. */
export async function cosignedSize(db: Db<LogTables>, witness: string): Promise<number> {
  const row = await db
    .selectFrom('record.cosignature')
    .select(({ fn }) => fn.max('size').as('size'))
    .where('witness', '=', witness)
    .executeTakeFirst()
  return row?.size ?? 0
}

export async function insertCosignature(tx: Tx<LogTables>, row: CosignatureRow): Promise<void> {
  await tx
    .insertInto('record.cosignature')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
