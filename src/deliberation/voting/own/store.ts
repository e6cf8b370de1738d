import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { IssueId } from '../../../processes/index.ts'
import type { LeafId } from '../../../record/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { DeliberationsTables } from '../../deliberations/tables.ts'
import type { StatementsTables } from '../../statements/tables.ts'
import type { OwnVote, Participant, ParticipantId, VoteId, Voter, VoteValue } from '../model.ts'
import type { VotesTables } from '../tables.ts'

type Reading = Db<VotesTables>

/** Who a voter is in this deliberation, once they voted. */
export async function findParticipant(
  db: Reading,
  deliberation: DeliberationId,
  { person, codeHash }: Pick<Voter, 'person' | 'codeHash'>,
): Promise<Participant | undefined> {
  if (person === undefined && codeHash === undefined) return undefined
  const row = await db
    .selectFrom('deliberation.participant')
    .select(['id', 'number', 'person_id as person', 'stakeholder_group as group', 'asked'])
    .where('deliberation_id', '=', deliberation)
    .$if(person !== undefined, (query) => query.where('person_id', '=', person ?? null))
    .$if(person === undefined, (query) => query.where('code_hash', '=', codeHash ?? null))
    .executeTakeFirst()
  if (!row) return undefined
  const known = await db
    .selectFrom('deliberation.expertise')
    .select('issue_id')
    .where('participant_id', '=', row.id)
    .execute()
  return {
    ...row,
    person: row.person ?? undefined,
    group: row.group ?? undefined,
    issues: known.map(({ issue_id }) => issue_id),
  }
}

/** What somebody says about themselves; an earlier answer is overwritten. */
export async function saveAbout(
  tx: Tx<VotesTables>,
  id: ParticipantId,
  { group, issues }: { group: string | null; issues: readonly IssueId[] },
): Promise<void> {
  await tx
    .updateTable('deliberation.participant')
    .set({ stakeholder_group: group, asked: true })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('deliberation.expertise').where('participant_id', '=', id).execute()
  await sql`insert into deliberation.expertise (participant_id, issue_id)
    select ${id}::uuid, unnest(${[...issues]}::uuid[])`.execute(tx)
}

/** Their votes, the newest first; `counts` says which is the one that counts on its statement. */
export async function listOwnVotes(
  db: Db<VotesTables & StatementsTables>,
  participant: ParticipantId,
  one?: VoteId,
): Promise<OwnVote[]> {
  const rows = await db
    .selectFrom('deliberation.vote_log as logged')
    .innerJoin('deliberation.statement as statement', 'statement.id', 'logged.statement_id')
    .leftJoin('deliberation.vote as counting', 'counting.log_id', 'logged.id')
    .select(['logged.id', 'statement.number as statement', 'statement.id as statementId'])
    .select(['logged.value', 'logged.matters', 'logged.at', 'logged.batch_id', 'counting.log_id'])
    .where('logged.participant_id', '=', participant)
    .$if(one !== undefined, (query) => query.where('logged.id', '=', one ?? ('' as VoteId)))
    .orderBy('logged.place', 'desc')
    .limit(2000)
    .execute()
  return rows.map(({ batch_id, log_id, ...row }) => ({
    ...row,
    counts: log_id !== null,
    sealed: batch_id !== null,
  }))
}

/** How somebody voted on a statement, where they did. */
export async function findOwnOn(
  db: Db<VotesTables & StatementsTables>,
  participant: ParticipantId,
  statement: number,
): Promise<{ value: VoteValue; matters: boolean } | undefined> {
  return db
    .selectFrom('deliberation.vote as vote')
    .innerJoin('deliberation.statement as statement', 'statement.id', 'vote.statement_id')
    .select(['vote.value', 'vote.matters'])
    .where('vote.participant_id', '=', participant)
    .where('statement.number', '=', statement)
    .executeTakeFirst()
}

export interface SealedVote {
  value: VoteValue
  matters: boolean
  at: OwnVote['at']
  salt: Buffer | null
  textSha256: string
  inBatch: number
  leaf: LeafId
  hashes: readonly Buffer[]
  /** Whether the public may read the words that were voted on. */
  posted: boolean
}

/** A vote with all that proves it; nothing until its batch is sealed. */
export async function findSealed(
  db: Db<VotesTables & StatementsTables>,
  vote: VoteId,
): Promise<SealedVote | undefined> {
  const row = await db
    .selectFrom('deliberation.vote_log as logged')
    .innerJoin('deliberation.batch as batch', 'batch.id', 'logged.batch_id')
    .innerJoin('deliberation.statement as statement', 'statement.id', 'logged.statement_id')
    .select(['logged.value', 'logged.matters', 'logged.at', 'logged.salt', 'logged.in_batch as inBatch'])
    .select(['statement.text_sha256 as textSha256', 'batch.leaf_id as leaf', 'batch.id as batch'])
    .select('statement.state')
    .where('logged.id', '=', vote)
    .executeTakeFirst()
  if (!row || row.inBatch === null) return undefined
  const { batch, inBatch, state, ...facts } = row
  const hashes = await db
    .selectFrom('deliberation.vote_log')
    .select('hash')
    .where('batch_id', '=', batch)
    .orderBy('in_batch')
    .execute()
  return { ...facts, inBatch, posted: state === 'posted', hashes: hashes.map(({ hash }) => hash) }
}

/** On how many statements that take votes somebody has voted. */
export async function countDone(db: Reading, participant: ParticipantId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from deliberation.vote
    join deliberation.statement on statement.id = vote.statement_id
    where vote.participant_id = ${participant} and statement.state = 'posted' and statement.replaced_by is null`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** The key with which networks are hashed; nothing once it was destroyed. */
export async function findNetworkKey(
  db: Db<DeliberationsTables>,
  deliberation: DeliberationId,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('deliberation.deliberation')
    .select('network_key')
    .where('id', '=', deliberation)
    .executeTakeFirst()
  return row?.network_key ?? undefined
}
