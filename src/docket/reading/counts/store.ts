import { sql } from 'kysely'
import type { RequestId } from '../../../requests/index.ts'
import type { CommentId } from '../../comments/model.ts'
import {
  type Counts,
  type Facet,
  type Filters,
  looksInside,
  type Standing,
  standingsListed,
} from '../model.ts'
import { type Condition, type Docket, isLateIn, listed, type Reading, standing } from '../store.ts'

/** How many there are; a search is counted no further than `most`. */
export function countListed(db: Reading, docket: Docket, filters: Filters, most: number): Promise<number> {
  return isTallied(filters) ? countTallied(db, docket, filters) : countRows(db, docket, filters, most)
}

/** Whether the tally alone knows how many these are. */
const isTallied = ({ words, question, attachments, time, replies, joint }: Filters): boolean =>
  [words, question, attachments, time, replies, joint].every((one) => one === undefined)

async function countTallied(db: Reading, { id }: Docket, filters: Filters): Promise<number> {
  const { group, language, country, channel } = filters
  const alike = { declared_group: group, language, country, channel }
  const { count } = await db
    .selectFrom('docket.tally')
    .select(sumIf(sql`true`).as('count'))
    .where('request_id', '=', id)
    .where('standing', 'in', ['', ...standingsListed(filters)])
    .$if(looksInside(filters), (query) => query.where('confidential', '=', false))
    .where((where) =>
      where.and(
        Object.entries(alike).flatMap(([column, value]) =>
          value === undefined ? [] : [where(sql.ref(column), '=', value)],
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function countRows(db: Reading, docket: Docket, filters: Filters, most: number): Promise<number> {
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

const sumIf = (condition: Condition) =>
  sql<number>`coalesce(sum(tally.count) filter (where ${condition}), 0)::bigint`

const stands = (one: Standing): Condition => sql`standing = ${one}`

export async function countComments(db: Reading, docket: Docket): Promise<Counts> {
  const tallied = db
    .selectFrom('docket.tally')
    .select([
      sumIf(sql`true`).as('received'),
      sumIf(stands('posted')).as('posted'),
      sumIf(stands('screening')).as('screening'),
      sumIf(stands('withheld')).as('withheld'),
      sumIf(stands('withdrawn')).as('withdrawn'),
      sumIf(stands('erased')).as('erased'),
      sumIf(stands('superseded')).as('superseded'),
      sumIf(sql`${stands('posted')} and named`).as('named'),
      sumIf(sql`${stands('posted')} and named and verification <> 'none'`).as('confirmed'),
    ])
    .where('request_id', '=', docket.id)
    .executeTakeFirstOrThrow()
  const late = db
    .selectFrom('docket.comment as comment')
    .select((row) => row.fn.countAll<number>().as('late'))
    .where('comment.request_id', '=', docket.id)
    .where(isLateIn(docket))
    .executeTakeFirstOrThrow()
  const [counts, { late: after }] = await Promise.all([tallied, late])
  return { ...counts, late: after }
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
    from docket.tally
    where request_id = ${request} and standing = 'posted' and not confidential
    group by grouping sets ((declared_group), (language), (country), (channel))
    having coalesce(declared_group, language, country, channel) is not null and sum(count) > 0
    order by sum(count) desc, value`.execute(db)
  return rows
}

const kinds = sql`request_id, standing, confidential, named, verification, declared_group, language, country, channel`

/** Brings rows of one kind together where there are many. Whoever reads meanwhile finds the same sums. */
export async function foldTally(db: Reading): Promise<void> {
  await sql`
    with many as (
      select request_id from docket.tally group by request_id
      having count(*) > 100 and count(*) > 2 * count(distinct (${kinds}))),
    gone as (delete from docket.tally using many where tally.request_id = many.request_id returning tally.*)
    insert into docket.tally (${kinds}, count)
    select ${kinds}, sum(count) from gone group by ${kinds} having sum(count) <> 0`.execute(db)
}
