import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { LeafId } from '../../../record/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { IssueTables } from '../../issues/tables.ts'

/** Empties the reasons of decisions about proposals of this comment and of no other; answers their leaves. */
export async function emptyReasons(tx: Tx<IssueTables>, comment: CommentId): Promise<LeafId[]> {
  const { rows } = await sql<{ leaf: LeafId }>`
    update docket.issue_decision as decision set reason = ''
    where reason <> ''
      and id in (select decision_id from docket.decided_proposal join docket.answer on answer.id = answer_id
        where comment_id = ${comment})
      and not exists (select from docket.decided_proposal join docket.answer on answer.id = answer_id
        where decision_id = decision.id and comment_id <> ${comment})
    returning leaf_id as leaf`.execute(tx)
  return rows.map(({ leaf }) => leaf)
}

/** Takes its proposals out of groups and decisions; a group of them alone goes, with the title that was made of them. */
export async function forgetProposals(tx: Tx<IssueTables>, comment: CommentId): Promise<void> {
  const answers = sql`select id from docket.answer where comment_id = ${comment}`
  const { rows } = await sql<{ id: string }>`
    delete from docket.grouped_proposal where answer_id in (${answers}) returning group_id as id`.execute(tx)
  await sql`delete from docket.proposal_group as together where id = any(${rows.map(({ id }) => id)}::uuid[])
    and not exists (select from docket.grouped_proposal where group_id = together.id)`.execute(tx)
  await sql`delete from docket.decided_proposal where answer_id in (${answers})`.execute(tx)
}
