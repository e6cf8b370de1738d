import { sql } from 'kysely'
import { type Db, hexBytes, insertRows, type Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { OpinionsDatabase } from '../../opinions/store.ts'
import type { ParticipantId } from '../../voting/model.ts'
import type { LoggedVote } from '../../voting/taking/store.ts'
import type { DeliberationImport, DeliberationImportId } from './model.ts'
import type { TakingTables } from './tables.ts'

export type TakingDatabase = OpinionsDatabase & TakingTables
export type TakingDb = Db<TakingDatabase>
export type TakingTx = Tx<TakingDatabase>

export async function insertImport(
  tx: TakingTx,
  { process, files, told, by, deliberation: _, ...one }: DeliberationImport,
): Promise<void> {
  await tx
    .insertInto('deliberation.import')
    .values({
      ...{ ...one, process_id: process, person_id: by ?? null },
      ...{ files: JSON.stringify(files), told: JSON.stringify(told) },
    })
    .execute()
}

const found = (db: Db<TakingDatabase>) =>
  db
    .selectFrom('deliberation.import as one')
    .leftJoin('deliberation.deliberation as made', 'made.id', 'one.deliberation_id')
    .select(['one.id', 'one.process_id as process', 'one.title', 'one.origin', 'one.language', 'one.files'])
    .select(['one.told', 'one.state', 'one.person_id as by', 'one.at', 'made.number as deliberation'])

type Row = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number]

const toImport = ({ by, deliberation, ...row }: Row): DeliberationImport => ({
  ...row,
  by: by ?? undefined,
  deliberation: deliberation ?? undefined,
})

export async function findDeliberationImport(
  db: TakingDb,
  id: DeliberationImportId,
): Promise<DeliberationImport | undefined> {
  const row = await found(db).where('one.id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

/** The next that waits, held by this transaction alone. */
export async function lockWaiting(tx: TakingTx): Promise<DeliberationImport | undefined> {
  const row = await found(tx)
    .where('one.state', '=', 'waiting')
    .orderBy('one.at')
    .limit(1)
    .forUpdate('one')
    .skipLocked()
    .executeTakeFirst()
  return row && toImport(row)
}

export async function moveImport(
  tx: TakingTx,
  id: DeliberationImportId,
  from: DeliberationImport['state'],
  to: DeliberationImport['state'],
  deliberation?: DeliberationId,
): Promise<boolean> {
  const moved = await tx
    .updateTable('deliberation.import')
    .set({ state: to, ...(deliberation && { deliberation_id: deliberation }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** It was held elsewhere and is over: it opens and closes no more, and says where it comes from. */
export async function markImported(tx: TakingTx, id: DeliberationId, origin: string, at: Instant) {
  await tx
    .updateTable('deliberation.deliberation')
    .set({ imported_from: origin, published_at: at, opened_at: at, closed_at: at, network_key: null })
    .where('id', '=', id)
    .execute()
}

export interface NewParticipant {
  id: ParticipantId
  deliberation: DeliberationId
  number: number
  knownAs: string
  at: Instant
}

export async function insertParticipants(tx: TakingTx, people: readonly NewParticipant[]): Promise<void> {
  const rows = people.map((one) => ({
    ...{ id: one.id, deliberation_id: one.deliberation, number: one.number, known_as: one.knownAs },
    ...{ asked: true, joined_at: one.at },
  }))
  await insertRows(tx, { 'deliberation.participant': rows })
}

/** Votes of one batch, in its order. */
export async function insertImportedVotes(
  tx: TakingTx,
  votes: readonly LoggedVote[],
  batch: string,
): Promise<void> {
  const rows = votes.map((one, place) => ({
    ...{ id: one.log, deliberation_id: one.deliberation, participant_id: one.participant },
    ...{ statement_id: one.statement, value: one.value, matters: one.matters, at: one.at },
    ...{ salt: hexBytes(one.salt), hash: hexBytes(one.hash), batch_id: batch, in_batch: place },
  }))
  await insertRows(tx, { 'deliberation.vote_log': rows })
}

/** Of several votes by one participant on one statement the latest counts, by time and then by place; and all are tallied. */
export async function countImported(tx: TakingTx, id: DeliberationId): Promise<void> {
  await sql`insert into deliberation.vote (statement_id, participant_id, deliberation_id, log_id, value, matters)
    select distinct on (participant_id, statement_id) statement_id, participant_id, deliberation_id, id, value, matters
    from deliberation.vote_log where deliberation_id = ${id}
    order by participant_id, statement_id, at desc, place desc`.execute(tx)
  await sql`insert into deliberation.tally (statement_id, agree, disagree, pass)
    select statement_id, count(*) filter (where value = 1), count(*) filter (where value = -1),
      count(*) filter (where value = 0)
    from deliberation.vote where deliberation_id = ${id} group by 1`.execute(tx)
}

/** What the statements and participants of a deliberation are called where it was held. */
export async function rememberNames(
  tx: TakingTx,
  id: DeliberationId,
  statements: readonly { number: number; knownAs: string; moderated: number }[],
): Promise<void> {
  await sql`update deliberation.statement set known_as = told.known_as, moderated = told.moderated
    from unnest(${statements.map(({ number }) => number)}::int[], ${statements.map(({ knownAs }) => knownAs)}::text[],
      ${statements.map(({ moderated }) => moderated)}::smallint[]) as told (number, known_as, moderated)
    where statement.deliberation_id = ${id} and statement.number = told.number`.execute(tx)
}

/** Which of these files an import still needs. */
export async function listTakenFiles(db: Db<TakingTables>, among: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct file ->> 'sha256' as sha256 from deliberation.import, jsonb_array_elements(files) as file
    where state in ('proposed', 'waiting') and file ->> 'sha256' = any(${[...among]}::text[])`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
