import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { DeliberationsTables } from '../../deliberations/tables.ts'
import type { StatementsTables } from '../../statements/tables.ts'
import type { VotesTables } from '../tables.ts'
import type { GivenReason, ReasonId, ReasonState } from './given-reason.ts'

/** The reasons of a deliberation with their words, for those who decide about them; erased ones are gone. */
export async function listReasonsGiven(
  db: Db<VotesTables & StatementsTables>,
  deliberation: DeliberationId,
): Promise<GivenReason[]> {
  const { rows } = await sql<GivenReason>`
    select reason.id, reason.number, statement.number as statement, reason.words, reason.state, reason.at
    from deliberation.vote_reason as reason
    join deliberation.vote_log as logged on logged.id = reason.log_id
    join deliberation.statement on statement.id = logged.statement_id
    where reason.deliberation_id = ${deliberation} and reason.state <> 'erased'
    order by reason.number limit 2000`.execute(db)
  return rows
}

/** Decides about a reason, if it still stands as it was seen. */
export async function moveReason(
  tx: Tx<VotesTables>,
  { id, from, to }: { id: ReasonId; from: ReasonState; to: 'posted' | 'withheld' },
): Promise<boolean> {
  const moved = await tx
    .updateTable('deliberation.vote_reason')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** How the moderation log names these reasons, and where what they are about is read. */
export async function nameReasons(
  db: Db<VotesTables & StatementsTables & DeliberationsTables & ProcessesTables>,
  ids: readonly ReasonId[],
): Promise<ReadonlyMap<ReasonId, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deliberation.vote_reason as reason')
    .innerJoin('deliberation.vote_log as logged', 'logged.id', 'reason.log_id')
    .innerJoin('deliberation.statement as statement', 'statement.id', 'logged.statement_id')
    .innerJoin('deliberation.deliberation as deliberation', 'deliberation.id', 'reason.deliberation_id')
    .innerJoin('processes.process as process', 'process.id', 'deliberation.process_id')
    .select(['reason.id', 'reason.number', 'statement.number as statement', 'deliberation.number as of'])
    .select(['process.slug', 'process.docket_prefix as prefix'])
    .where('reason.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, number, statement, of, slug, prefix }) => [
      id,
      {
        text: `${prefix}-D${of}-R${number}`,
        href: `/processes/${slug}/deliberations/${of}/statements#s${statement}`,
      },
    ]),
  )
}
