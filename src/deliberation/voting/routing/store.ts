import { sql } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { ParticipantId } from '../model.ts'
import type { VotesTables } from '../tables.ts'
import type { Candidate } from './draw-next.ts'

/** The statements that this participant, or somebody who never voted, can still vote on. */
export async function listCandidates(
  db: Db<VotesTables>,
  deliberation: DeliberationId,
  participant: ParticipantId | undefined,
): Promise<Candidate[]> {
  const who = participant ?? null
  const { rows } = await sql<Candidate>`
    select statement.number, coalesce(tally.agree, 0) as agree, coalesce(tally.disagree, 0) as disagree,
      coalesce(tally.pass, 0) as pass, 0 as extremity, expertise.issue_id is not null as known
    from deliberation.statement
    left join deliberation.tally on tally.statement_id = statement.id
    left join deliberation.expertise
      on expertise.participant_id = ${who} and expertise.issue_id = statement.issue_id
    where statement.deliberation_id = ${deliberation} and statement.state = 'posted'
      and statement.replaced_by is null
      and not exists (select from deliberation.vote
        where vote.participant_id = ${who} and vote.statement_id = statement.id)
    order by statement.number`.execute(db)
  return rows
}
