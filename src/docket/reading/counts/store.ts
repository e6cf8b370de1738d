import { sql } from 'kysely'
import type { RequestId } from '../../../requests/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { Counts, Facet, Filters } from '../model.ts'
import { type Condition, type Docket, isLateIn, listed, type Reading, standing } from '../store.ts'

/** How many there are; a search is counted no further than `most`. */
export async function countListed(
  db: Reading,
  docket: Docket,
  filters: Filters,
  most: number,
): Promise<number> {
  const { count } = await db
    .selectFrom((from) =>
      from
        .selectFrom('docket.comment as comment')
        .select('comment.id')
        .where(listed(docket, filters))
        .$if(filters.words !== undefined, (query) => query.limit(most))
        .as('found'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const countIf = (condition: Condition) => sql<number>`count(*) filter (where ${condition})`

export async function countComments(db: Reading, docket: Docket): Promise<Counts> {
  return db
    .selectFrom('docket.comment as comment')
    .select([
      sql<number>`count(*)`.as('received'),
      countIf(standing.posted).as('posted'),
      countIf(standing.screening).as('screening'),
      countIf(standing.withheld).as('withheld'),
      countIf(standing.withdrawn).as('withdrawn'),
      countIf(standing.erased).as('erased'),
      countIf(standing.superseded).as('superseded'),
      countIf(sql`${standing.posted} and comment.named`).as('named'),
      countIf(sql`${standing.posted} and comment.named and comment.verification <> 'none'`).as('confirmed'),
      countIf(isLateIn(docket)).as('late'),
    ])
    .where('comment.request_id', '=', docket.id)
    .executeTakeFirstOrThrow()
}

export async function listWithheldIds(db: Reading, request: RequestId): Promise<CommentId[]> {
  const rows = await db
    .selectFrom('docket.comment as comment')
    .select('comment.id')
    .where('comment.request_id', '=', request)
    .where(standing.withheld)
    .execute()
  return rows.map(({ id }) => id)
}

/** What can be filtered by, counted over what is shown and nothing else. */
export async function listFacets(db: Reading, request: RequestId): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    select case when grouping(declared_group) = 0 then 'group' when grouping(language) = 0 then 'language'
                when grouping(country) = 0 then 'country' else 'channel' end as of,
           coalesce(declared_group, language, country, channel) as value, sum(count)::int as count
    from (select declared_group, language, country, channel, count(*) as count from docket.comment
      where request_id = ${request} and ${standing.posted} and not confidential
      group by declared_group, language, country, channel) as alike
    group by grouping sets ((declared_group), (language), (country), (channel))
    having coalesce(declared_group, language, country, channel) is not null
    order by count desc, value`.execute(db)
  return rows
}
