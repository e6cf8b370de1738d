import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { Commented, Count, MapFilters, OnIssue } from '../model.ts'
import type { MapDb } from '../services.ts'

/** A request, what its map is narrowed to, and who might yet be a second coder of what it shows. */
export interface Asked {
  request: RequestId
  filters: MapFilters
  /** Leaves out comments that wait for a second coder who may be this person, so that they stay blind. */
  blindTo?: PersonId | undefined
}

const when = (given: string | undefined, condition: RawBuilder<unknown>) =>
  given === undefined ? sql`` : sql`and ${condition}`

/** The rows of the map that are asked for. */
export function asked({ request, filters, blindTo }: Asked): RawBuilder<unknown> {
  const { country, language, voice } = filters
  return sql`said.request_id = ${request}
    ${when(country, sql`said.country = ${country}`)}
    ${when(language, sql`said.language = ${language}`)}
    ${when(voice, sql`said.voice = ${voice}`)}
    ${when(
      blindTo,
      sql`not (said.readers < 2
        and said.draw < coalesce((select percent from analysis.second_reading where request_id = ${request}), 0)
        and not exists (select from analysis.reading join analysis.coder on coder.id = reading.coder_id
          where reading.comment_id = said.comment_id and coder.person_id = ${blindTo}))`,
    )}`
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

/** Who commented on the request at all, and how much of it somebody has read to the end. */
export async function listCommented(db: MapDb, request: RequestId): Promise<Commented[]> {
  const { rows } = await sql<Commented>`
    with read as materialized (
      select distinct comment_id from analysis.reading where state <> 'taken')
    select comment.stakeholder_group as group, comment.country, comment.language, count(*)::int as comments,
      count(read.comment_id)::int as read
    from docket.posted_comment as comment left join read on read.comment_id = comment.id
    where comment.request_id = ${request} and not comment.superseded group by 1, 2, 3`.execute(db)
  return rows
}
