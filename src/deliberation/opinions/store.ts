import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { VotingDatabase } from '../voting/services.ts'
import type { Opinions, OpinionVersion } from './model.ts'
import type { Start } from './start.ts'
import type { OpinionsTables } from './tables.ts'

export type OpinionsDatabase = VotingDatabase & OpinionsTables
export type OpinionsDb = Db<OpinionsDatabase>

/** The deliberations whose votes or statements are others than when their map was computed, and how they stand now. */
export async function listStale(db: OpinionsDb): Promise<{ id: DeliberationId; counted: string }[]> {
  const { rows } = await sql<{ id: DeliberationId; counted: string }>`
    with standing as (
      select deliberation.id, concat_ws(' ', latest.place, declared.people, said.statements, said.agree, said.disagree, said.pass) as counted
      from deliberation.deliberation
      cross join lateral (select place from deliberation.vote_log where deliberation_id = deliberation.id
        order by place desc limit 1) as latest
      cross join lateral (select count(*) as people from deliberation.participant
        where deliberation_id = deliberation.id and stakeholder_group is not null) as declared
      cross join lateral (
        select count(*) as statements, sum(tally.agree) as agree, sum(tally.disagree) as disagree, sum(tally.pass) as pass
        from deliberation.statement join deliberation.tally on tally.statement_id = statement.id
        where statement.deliberation_id = deliberation.id
          and statement.state = 'posted' and statement.replaced_by is null) as said
      where deliberation.published_at is not null)
    select standing.id, standing.counted from standing
    left join deliberation.opinion_map as map on map.deliberation_id = standing.id
    where map.counted is distinct from standing.counted`.execute(db)
  return rows
}

export async function findStart(db: OpinionsDb, id: DeliberationId): Promise<Start | undefined> {
  const row = await db
    .selectFrom('deliberation.opinion_map')
    .select('start')
    .where('deliberation_id', '=', id)
    .executeTakeFirst()
  return row?.start
}

interface NewMap {
  id: DeliberationId
  counted: string
  result: Opinions
  start: Start
}

/** Puts a new version in the place of the last. */
export async function saveMap(tx: Tx<OpinionsTables>, { id, counted, result, start }: NewMap, at: Instant) {
  const values = { computed_at: at, counted, result: JSON.stringify(result), start: JSON.stringify(start) }
  await tx
    .insertInto('deliberation.opinion_map')
    .values({ deliberation_id: id, version: 1, ...values })
    .onConflict((conflict) =>
      conflict.column('deliberation_id').doUpdateSet(({ ref }) => ({
        ...values,
        version: sql`${ref('deliberation.opinion_map.version')} + 1`,
      })),
    )
    .execute()
}

export async function findMap(
  db: Db<OpinionsTables>,
  id: DeliberationId,
): Promise<OpinionVersion | undefined> {
  const row = await db
    .selectFrom('deliberation.opinion_map')
    .select(['version', 'computed_at', 'result'])
    .where('deliberation_id', '=', id)
    .executeTakeFirst()
  return row && { ...row.result, version: row.version, computedAt: row.computed_at }
}
