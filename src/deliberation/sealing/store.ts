import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { VoteId } from '../voting/model.ts'
import type { VotesTables } from '../voting/tables.ts'

type Writing = Tx<VotesTables>

/** A number of our own among the advisory locks: one process seals at a time. */
const SEALING = 5_243_131

export async function maySeal(tx: Writing): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select pg_try_advisory_xact_lock(${SEALING}) as may`.execute(
    tx,
  )
  return rows[0]?.may === true
}

export interface Unsealed {
  deliberation: DeliberationId
  number: number
  process: ProcessId
  prefix: string
}

/** The deliberations in which votes wait. */
export async function listUnsealed(tx: Writing): Promise<Unsealed[]> {
  const { rows } = await sql<Unsealed>`
    select one.id as deliberation, one.number, one.process_id as process, process.docket_prefix as prefix
    from deliberation.deliberation as one join processes.process on process.id = one.process_id
    where exists (select from deliberation.vote_log where deliberation_id = one.id and batch_id is null)`.execute(
    tx,
  )
  return rows
}

/** The votes that wait, the first one first. */
export async function listWaitingVotes(
  tx: Writing,
  deliberation: DeliberationId,
  limit: number,
): Promise<{ id: VoteId; hash: Buffer }[]> {
  return tx
    .selectFrom('deliberation.vote_log')
    .select(['id', 'hash'])
    .where('deliberation_id', '=', deliberation)
    .where('batch_id', 'is', null)
    .orderBy('place')
    .limit(limit)
    .execute()
}

export interface NewBatch {
  id: Id<'batch'>
  deliberation: DeliberationId
  at: Instant
  root: Buffer
  leaf: LeafId
  votes: readonly VoteId[]
}

/** Writes a batch of so many votes. */
export async function insertBatchOf(
  tx: Writing,
  { id, deliberation, at, root, leaf }: Omit<NewBatch, 'votes'>,
  votes: number,
): Promise<void> {
  await tx
    .insertInto('deliberation.batch')
    .values({ id, deliberation_id: deliberation, sealed_at: at, votes, root, leaf_id: leaf })
    .execute()
}

/** Writes a batch, and into each of its votes its place in it. */
export async function insertBatch(tx: Writing, { votes, ...batch }: NewBatch): Promise<void> {
  await insertBatchOf(tx, batch, votes.length)
  const { numAffectedRows } = await sql`
    update deliberation.vote_log set batch_id = ${batch.id}, in_batch = placed.place - 1
    from unnest(${[...votes]}::uuid[]) with ordinality as placed (vote, place)
    where vote_log.id = placed.vote and vote_log.batch_id is null`.execute(tx)
  if (numAffectedRows !== BigInt(votes.length)) throw new Error('A vote of a batch was sealed already.')
}

/** Of these leaves those of batches, with what each commits to. */
export async function listBatches(
  db: Db<VotesTables>,
  leaves: readonly LeafId[],
): Promise<{ id: Id<'batch'>; leaf: LeafId; votes: number; root: Buffer }[]> {
  if (leaves.length === 0) return []
  return db
    .selectFrom('deliberation.batch')
    .select(['id', 'leaf_id as leaf', 'votes', 'root'])
    .where('leaf_id', 'in', [...leaves])
    .execute()
}

/** The hashes of the votes of all batches after a place, in order. */
export async function listSealedHashes(
  db: Db<VotesTables>,
  after: { batch: string; place: number } | undefined,
  limit: number,
): Promise<{ batch: Id<'batch'>; leaf: LeafId; place: number; hash: Buffer }[]> {
  const { rows } = await sql<{ batch: Id<'batch'>; leaf: LeafId; place: number; hash: Buffer }>`
    select vote_log.batch_id as batch, batch.leaf_id as leaf, vote_log.in_batch as place, vote_log.hash
    from deliberation.vote_log join deliberation.batch on batch.id = vote_log.batch_id
    where (vote_log.batch_id, vote_log.in_batch)
      > (${after?.batch ?? '00000000-0000-0000-0000-000000000000'}::uuid, ${after?.place ?? -1})
    order by vote_log.batch_id, vote_log.in_batch limit ${limit}`.execute(db)
  return rows
}
