import { sql } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { ReasonId } from '../reasons/given-reason.ts'
import type { VotesTables } from '../tables.ts'

type Writing = Tx<VotesTables>

/**
 * Takes a person out of their votes: the votes stay and count under a number, what opens their hashes goes, so that no
 * receipt and no leaf says any more who or how. Answers whose words of reasons went.
 */
export async function forgetVoter(tx: Writing, person: PersonId): Promise<ReasonId[]> {
  const { rows } = await sql<{ id: string }>`
    select id from deliberation.participant where person_id = ${person} for update`.execute(tx)
  await sql`update deliberation.import set person_id = null where person_id = ${person}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  await sql`update deliberation.vote_log set salt = null where participant_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  await sql`delete from deliberation.expertise where participant_id = any(${ids}::uuid[])`.execute(tx)
  await sql`update deliberation.participant set person_id = null, organisation_id = null, stakeholder_group = null, network = null
    where id = any(${ids}::uuid[])`.execute(tx)
  const reasons = await sql<{ id: ReasonId }>`
    update deliberation.vote_reason set words = '', state = 'erased' where log_id in (
      select id from deliberation.vote_log where participant_id = any(${ids}::uuid[])) returning id`.execute(
    tx,
  )
  return reasons.rows.map(({ id }) => id)
}
