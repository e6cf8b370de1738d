import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { DefenceDatabase } from '../defence/store.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { Opinions, OpinionVersion } from './model.ts'
import type { Start } from './start.ts'
import type { OpinionsTables } from './tables.ts'

export type OpinionsDatabase = DefenceDatabase & OpinionsTables
export type OpinionsDb = Db<OpinionsDatabase>

export interface Stale {
  id: DeliberationId
  counted: string
  /** When voting opened. */
  opens: Instant
}

/** The deliberations whose votes or statements are others than when their map was computed, and how they stand now. */
export async function listStale(db: OpinionsDb): Promise<Stale[]> {
  const { rows } = await sql<Stale>`
    with standing as (
      select deliberation.id, deliberation.opens_at as opens, concat_ws(' ', latest.place, declared.people, said.statements, said.agree, said.disagree, said.pass,
        judged.times) as counted
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
      cross join lateral (select count(*) as times from deliberation.finding_judgment
        where deliberation_id = deliberation.id) as judged
      where deliberation.published_at is not null)
    select standing.id, standing.counted, standing.opens from standing
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
  without: Opinions | undefined
  start: Start
}

/** Puts a new version in the place of the last. */
export async function saveMap(tx: Tx<OpinionsTables>, { id, counted, start, ...maps }: NewMap, at: Instant) {
  const [result, without] = [JSON.stringify(maps.result), maps.without ? JSON.stringify(maps.without) : null]
  const values = { computed_at: at, counted, result, without, start: JSON.stringify(start) }
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
    .select(['version', 'computed_at', 'result', 'without'])
    .where('deliberation_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { result, without, version, computed_at: computedAt } = row
  return { ...result, version, computedAt, without: without ?? undefined }
}
