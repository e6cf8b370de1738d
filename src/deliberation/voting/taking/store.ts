import { sql } from 'kysely'
import { hexBytes, insertRows, type Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { StatementId } from '../../statements/model.ts'
import type { CastVote, ParticipantId, VoteId, Voter, VoteValue } from '../model.ts'
import type { VotesTables } from '../tables.ts'

type Writing = Tx<VotesTables>

export interface VoterOf extends Voter {
  deliberation: DeliberationId
}

export const keyOfVoter = ({ deliberation, person, codeHash }: VoterOf): string =>
  `${deliberation} ${person ?? codeHash?.toString('hex')}`

interface FoundRow {
  id: ParticipantId
  deliberation: DeliberationId
  key: string
}

/** The participants that these voters are already, by `keyOfVoter`. */
export async function findVoters(
  tx: Writing,
  voters: readonly VoterOf[],
): Promise<Map<string, ParticipantId>> {
  const people = voters.filter(({ person }) => person !== undefined)
  const holders = voters.filter(({ person }) => person === undefined)
  const rows = [...(await findPeople(tx, people)), ...(await findHolders(tx, holders))]
  return new Map(rows.map(({ id, deliberation, key }) => [`${deliberation} ${key}`, id]))
}

async function findPeople(tx: Writing, voters: readonly VoterOf[]): Promise<FoundRow[]> {
  if (voters.length === 0) return []
  const [of, persons] = [voters.map((one) => one.deliberation), voters.map((one) => one.person ?? null)]
  const { rows } = await sql<FoundRow>`
    select one.id, one.deliberation_id as deliberation, one.person_id::text as key
    from unnest(${of}::uuid[], ${persons}::uuid[]) as voter (deliberation, person)
    join deliberation.participant as one
      on one.deliberation_id = voter.deliberation and one.person_id = voter.person`.execute(tx)
  return rows
}

async function findHolders(tx: Writing, voters: readonly VoterOf[]): Promise<FoundRow[]> {
  if (voters.length === 0) return []
  const of = voters.map((one) => one.deliberation)
  const codes = voters.map((one) => hexBytes(one.codeHash ?? Buffer.alloc(0)))
  const { rows } = await sql<FoundRow>`
    select one.id, one.deliberation_id as deliberation, encode(one.code_hash, 'hex') as key
    from unnest(${of}::uuid[], ${codes}::text[]) as voter (deliberation, code)
    join deliberation.participant as one
      on one.deliberation_id = voter.deliberation and one.code_hash = voter.code::bytea`.execute(tx)
  return rows
}

/** Makes participants of them, unless another process just did. */
export async function insertVoters(tx: Writing, voters: readonly (VoterOf & { at: CastVote['at'] })[]) {
  for (const [deliberation, own] of Map.groupBy(voters, (one) => one.deliberation)) {
    const last = await takeNumbers(tx, 'participants', deliberation, own.length)
    const rows = own.map((one, place) => ({
      ...{ id: newId<'participant'>(one.at.getTime()), deliberation_id: deliberation },
      ...{ number: last - own.length + place + 1, person_id: one.person ?? null, asked: false },
      ...{ organisation_id: one.organisation ?? null, stakeholder_group: null },
      ...{ code_hash: one.codeHash ? hexBytes(one.codeHash) : null, joined_at: one.at },
      network: one.network ? hexBytes(one.network) : null,
    }))
    await insertRows(tx, { 'deliberation.participant': rows }, 'unless there')
  }
}

/** The last of the next so many numbers. */
export async function takeNumbers(
  tx: Writing,
  of: 'participants' | 'reasons',
  id: DeliberationId,
  count: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`update deliberation.deliberation
    set ${sql.ref(of)} = ${sql.ref(of)} + ${count} where id = ${id} returning ${sql.ref(of)} as last`.execute(
    tx,
  )
  return rows[0]?.last ?? 0
}

/** Of these statements those that votes are taken on, with what their words hash to. */
export async function listVotable(
  tx: Writing,
  ids: readonly StatementId[],
): Promise<ReadonlyMap<StatementId, { deliberation: DeliberationId; textSha256: string }>> {
  const { rows } = await sql<{ id: StatementId; deliberation: DeliberationId; textSha256: string }>`
    select id, deliberation_id as deliberation, text_sha256 as "textSha256" from deliberation.statement
    where id = any(${[...ids]}::uuid[]) and state = 'posted' and replaced_by is null`.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export interface Counting {
  log: VoteId
  deliberation: DeliberationId
  participant: ParticipantId
  statement: StatementId
  value: VoteValue
  matters: boolean
}

export const pairOf = ({ participant, statement }: Pick<Counting, 'participant' | 'statement'>): string =>
  `${participant} ${statement}`

/** Lets votes count where none of the participant counts on the statement; answers where it did. */
export async function insertCounting(tx: Writing, votes: readonly Counting[]): Promise<ReadonlySet<string>> {
  const rows = votes.map((one) => ({
    ...{ statement_id: one.statement, participant_id: one.participant, deliberation_id: one.deliberation },
    ...{ log_id: one.log, value: one.value, matters: one.matters },
  }))
  const { rows: added } = await sql<Pick<Counting, 'participant' | 'statement'>>`
    insert into deliberation.vote (statement_id, participant_id, deliberation_id, log_id, value, matters)
    select statement_id, participant_id, deliberation_id, log_id, value, matters
    from json_populate_recordset(null::deliberation.vote, ${JSON.stringify(rows)}::json)
    order by participant_id, statement_id
    on conflict do nothing
    returning participant_id as participant, statement_id as statement`.execute(tx)
  return new Set(added.map(pairOf))
}

/** What counts of these participants on these statements now; held until the end of the transaction. */
export async function lockCounting(
  tx: Writing,
  votes: readonly Pick<Counting, 'participant' | 'statement'>[],
): Promise<ReadonlyMap<string, Counting & { at: CastVote['at'] }>> {
  const [who, what] = [votes.map((one) => one.participant), votes.map((one) => one.statement)]
  const { rows } = await sql<Counting & { at: CastVote['at'] }>`
    select vote.log_id as log, vote.deliberation_id as deliberation, vote.participant_id as participant,
      vote.statement_id as statement, vote.value, vote.matters, vote_log.at
    from unnest(${who}::uuid[], ${what}::uuid[]) as asked (participant, statement)
    join deliberation.vote on vote.participant_id = asked.participant and vote.statement_id = asked.statement
    join deliberation.vote_log on vote_log.id = vote.log_id
    order by vote.participant_id, vote.statement_id
    for update of vote`.execute(tx)
  return new Map(rows.map((row) => [pairOf(row), row]))
}

/** Lets newer votes count in place of those that did. */
export async function updateCounting(tx: Writing, votes: readonly Counting[]): Promise<void> {
  if (votes.length === 0) return
  const rows = votes.map((one) => ({
    ...{ statement_id: one.statement, participant_id: one.participant, deliberation_id: one.deliberation },
    ...{ log_id: one.log, value: one.value, matters: one.matters },
  }))
  await sql`update deliberation.vote set log_id = newer.log_id, value = newer.value, matters = newer.matters
    from json_populate_recordset(null::deliberation.vote, ${JSON.stringify(rows)}::json) as newer
    where vote.participant_id = newer.participant_id and vote.statement_id = newer.statement_id`.execute(tx)
}

export interface TallyChange {
  agree: number
  disagree: number
  pass: number
}

/** Adds to the counts, in the order of the statements, so that two who count never wait for one another. */
export async function changeTally(
  tx: Writing,
  changes: ReadonlyMap<StatementId, TallyChange>,
): Promise<void> {
  if (changes.size === 0) return
  const rows = [...changes].map(([statement_id, change]) => ({ statement_id, ...change }))
  await sql`insert into deliberation.tally as held (statement_id, agree, disagree, pass)
    select statement_id, agree, disagree, pass
    from json_populate_recordset(null::deliberation.tally, ${JSON.stringify(rows)}::json)
    order by statement_id
    on conflict (statement_id) do update set agree = held.agree + excluded.agree,
      disagree = held.disagree + excluded.disagree, pass = held.pass + excluded.pass`.execute(tx)
}

export interface LoggedVote extends Counting {
  at: CastVote['at']
  salt: Buffer
  hash: Buffer
}

/** Writes votes into the log of votes, in the order given. */
export async function insertLogged(tx: Writing, votes: readonly LoggedVote[]): Promise<void> {
  const rows = votes.map((one) => ({
    ...{ id: one.log, deliberation_id: one.deliberation, participant_id: one.participant },
    ...{ statement_id: one.statement, value: one.value, matters: one.matters, at: one.at },
    ...{ salt: hexBytes(one.salt), hash: hexBytes(one.hash) },
  }))
  await insertRows(tx, { 'deliberation.vote_log': rows })
}

export async function insertReasons(
  tx: Writing,
  reasons: readonly { deliberation: DeliberationId; log: VoteId; words: string; at: CastVote['at'] }[],
): Promise<void> {
  for (const [deliberation, own] of Map.groupBy(reasons, (one) => one.deliberation)) {
    const last = await takeNumbers(tx, 'reasons', deliberation, own.length)
    const rows = own.map(({ log, words, at }, place) => ({
      ...{ id: newId<'vote-reason'>(at.getTime()), deliberation_id: deliberation, log_id: log, words, at },
      ...{ number: last - own.length + place + 1, state: 'pending' },
    }))
    await insertRows(tx, { 'deliberation.vote_reason': rows })
  }
}
