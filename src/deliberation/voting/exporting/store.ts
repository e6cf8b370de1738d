import { sql } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { IssueId } from '../../../processes/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { VoteValue } from '../model.ts'
import type { VotesTables } from '../tables.ts'

type Reading = Db<VotesTables>

export interface LoggedRow {
  place: number
  participant: number
  statement: number
  value: VoteValue
  matters: boolean
  at: Instant
  counts: boolean
  /** Only where it is posted. */
  reason: string | null
}

/** The log of votes from a place on, in the order in which they were taken; of statements that are posted. */
export async function listLog(
  db: Reading,
  deliberation: DeliberationId,
  after: number,
  limit: number,
): Promise<LoggedRow[]> {
  const { rows } = await sql<LoggedRow>`
    select logged.place::float8 as place, participant.number as participant, statement.number as statement,
      logged.value, logged.matters, logged.at, counting.log_id is not null as counts, reason.words as reason
    from deliberation.vote_log as logged
    join deliberation.participant on participant.id = logged.participant_id
    join deliberation.statement on statement.id = logged.statement_id
    left join deliberation.vote as counting on counting.log_id = logged.id
      and counting.participant_id = logged.participant_id and counting.statement_id = logged.statement_id
    left join deliberation.vote_reason as reason on reason.log_id = logged.id and reason.state = 'posted'
    where logged.deliberation_id = ${deliberation} and logged.place > ${after} and statement.state = 'posted'
    order by logged.place limit ${limit}`.execute(db)
  return rows
}

/** The votes that count, as columns in the order of participants and statements; each is one place in all of them. */
export interface CountingVotes {
  /** Numbers of participants. */
  participants: Int32Array
  /** Numbers of statements. */
  statements: Int32Array
  /** 1 agrees, -1 disagrees, 0 passes. */
  values: Int8Array
}

/** What the map is computed from: the votes that count on statements that are posted and were not replaced. */
export async function listCountingVotes(db: Reading, deliberation: DeliberationId): Promise<CountingVotes> {
  const { rows } = await sql<{ participants: number[]; statements: number[]; values: number[] }>`
    select coalesce(array_agg(participant.number order by participant.number, statement.number), '{}') as participants,
      coalesce(array_agg(statement.number order by participant.number, statement.number), '{}') as statements,
      coalesce(array_agg(vote.value order by participant.number, statement.number), '{}') as values
    from deliberation.vote
    join deliberation.participant on participant.id = vote.participant_id
    join deliberation.statement on statement.id = vote.statement_id
    where vote.deliberation_id = ${deliberation} and statement.state = 'posted' and statement.replaced_by is null`.execute(
    db,
  )
  const { participants = [], statements = [], values = [] } = rows[0] ?? {}
  return {
    participants: Int32Array.from(participants),
    statements: Int32Array.from(statements),
    values: Int8Array.from(values),
  }
}

export interface DeclaredParticipant {
  number: number
  /** The slug of the stakeholder group that they declared. */
  group: string | null
  issues: readonly IssueId[]
}

/** What participants said about themselves, by their numbers. */
export async function listDeclared(
  db: Reading,
  deliberation: DeliberationId,
): Promise<DeclaredParticipant[]> {
  const { rows } = await sql<DeclaredParticipant>`
    select number, stakeholder_group as group,
      array(select issue_id from deliberation.expertise where participant_id = participant.id) as issues
    from deliberation.participant where deliberation_id = ${deliberation} order by number`.execute(db)
  return rows
}

/** How the votes that count stand on each statement, by its number. */
export async function listTallies(
  db: Reading,
  deliberation: DeliberationId,
): Promise<ReadonlyMap<number, { agree: number; disagree: number; pass: number }>> {
  const { rows } = await sql<{ number: number; agree: number; disagree: number; pass: number }>`
    select statement.number, tally.agree, tally.disagree, tally.pass
    from deliberation.tally join deliberation.statement on statement.id = tally.statement_id
    where statement.deliberation_id = ${deliberation}`.execute(db)
  return new Map(rows.map(({ number, ...tally }) => [number, tally]))
}
