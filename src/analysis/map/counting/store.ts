import { type RawBuilder, sql } from 'kysely'
import type { RequestId } from '../../../requests/index.ts'
import type { BlindTo } from '../../coding/blind/store.ts'
import type { Commented, Count, MapFilters, OnIssue } from '../model.ts'
import type { MapDb } from '../services.ts'

/** A request, what its map is narrowed to, and whose eyes it is made for. */
export interface Asked {
  request: RequestId
  filters: MapFilters
  /** Leaves out comments that wait for a second coder, so that whoever that will be stays blind. */
  blindTo?: BlindTo
}

const when = (given: string | undefined, condition: RawBuilder<unknown>) =>
  given === undefined ? sql`` : sql`and ${condition}`

const shareOf = (request: RequestId) =>
  sql`coalesce((select percent from analysis.second_reading where request_id = ${request}), 0)`

/** Leaves out what waits for its second coder, who may be anybody, or this person. */
function unlessHidden(request: RequestId, blindTo: BlindTo): RawBuilder<unknown> {
  if (blindTo === undefined) return sql``
  const own = sql`exists (select from analysis.reading join analysis.coder on coder.id = reading.coder_id
    where reading.comment_id = said.comment_id and coder.person_id = ${blindTo})`
  return sql`and not (said.readers < 2 and said.draw < ${shareOf(request)}
    ${blindTo === 'everyone' ? sql`` : sql`and not ${own}`})`
}

/** The rows of the map that are asked for. */
export function asked({ request, filters, blindTo }: Asked): RawBuilder<unknown> {
  const { country, language, voice } = filters
  return sql`said.request_id = ${request}
    ${when(country, sql`said.country = ${country}`)}
    ${when(language, sql`said.language = ${language}`)}
    ${when(voice, sql`said.voice = ${voice}`)}
    ${unlessHidden(request, blindTo)}`
}

/** What is said of each issue, by group, position and kind of voice. */
export async function listCounts(db: MapDb, question: Asked): Promise<Count[]> {
  const { rows } = await sql<Count>`
    with counted as (
      select said.issue_id, said.stakeholder_group, said.position, said.voice, said.campaign_id,
        count(*) as comments, sum(said.excerpts) as excerpts, count(*) filter (where said.first_on_issue) as once
      from analysis.map_voice as said where ${asked(question)} group by 1, 2, 3, 4, 5)
    select issue_id as issue, stakeholder_group as group, position, voice, sum(comments)::int as comments,
      sum(excerpts)::int as excerpts, sum(once)::int as once, count(campaign_id)::int as campaigns
    from counted group by 1, 2, 3, 4`.execute(db)
  return rows
}

/** From which countries something is said of which issue. */
export async function listCountries(db: MapDb, question: Asked): Promise<OnIssue[]> {
  const { rows } = await sql<OnIssue>`
    select said.issue_id as issue, said.country from analysis.map_voice as said
    where ${asked(question)} and said.country is not null group by 1, 2`.execute(db)
  return rows
}

/** Who commented on the request at all, how much of it was read to the end, and how much waits for a second coder. */
export async function listCommented(db: MapDb, { request, blindTo }: Asked): Promise<Commented[]> {
  const person = blindTo === undefined || blindTo === 'everyone' ? null : blindTo
  const all = blindTo === undefined
  const { rows } = await sql<Commented>`
    with share as (select ${shareOf(request)} as percent),
    read as materialized (
      select reading.comment_id, count(*) as readers, count(*) filter (where reading.state <> 'taken') as done,
        coalesce(bool_or(coder.person_id = ${person}::uuid), false) as own
      from analysis.reading join analysis.coder on coder.id = reading.coder_id
      where coder.process_id = (select process_id from requests.request where id = ${request}) group by 1),
    heard as (
      select comment.stakeholder_group, comment.country, comment.language, coalesce(read.done, 0) > 0 as is_read,
        read.done = 1 and not read.own
          and analysis.wanted_readers(comment.id, share.percent::smallint) > 1 as waits
      from docket.posted_comment as comment cross join share left join read on read.comment_id = comment.id
      where comment.request_id = ${request} and not comment.superseded)
    select stakeholder_group as group, country, language, count(*)::int as comments,
      count(*) filter (where is_read and (${all} or waits is not true))::int as read,
      count(*) filter (where waits and not ${all})::int as "heldBack",
      count(*) filter (where waits and ${all})::int as "seenAhead"
    from heard group by 1, 2, 3`.execute(db)
  return rows
}
