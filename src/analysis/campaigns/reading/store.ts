import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { RequestId, RequestsTables } from '../../../requests/index.ts'
import type { CampaignCounts, CampaignId } from '../model.ts'
import type { CampaignTables } from '../tables.ts'
import { FEWEST_COMMENTS, type Progress, type Signatories } from './model.ts'

export type CampaignReading = Db<CampaignTables & PostedTables & RequestsTables>

/** Texts that were read, and whose comment is posted now: whatever else the tables hold is shown nowhere. */
export const readNow = sql`
  analysis.read_text as text
  join docket.posted_comment as comment on comment.id = text.comment_id and not comment.superseded`

export async function countRequest(db: CampaignReading, request: RequestId): Promise<CampaignCounts> {
  const { rows } = await sql<CampaignCounts>`
    with read as materialized (
      select text.comment_id, text.campaign_id, text.stub from ${readNow} where text.request_id = ${request}),
    campaign as (
      select campaign_id from read where campaign_id is not null
      group by 1 having count(distinct comment_id) >= ${FEWEST_COMMENTS}),
    said as (
      select read.comment_id, bool_and(read.stub) as stub, bool_or(campaign.campaign_id is not null) as copy,
        count(*) filter (where not read.stub and campaign.campaign_id is null) as own
      from read left join campaign using (campaign_id) group by 1)
    select count(*)::int as comments, (select count(*)::int from campaign) as campaigns,
      count(*) filter (where copy)::int as copies, count(*) filter (where stub)::int as stubs,
      (coalesce(sum(own), 0) + (select count(*) from campaign))::int as distinct
    from said`.execute(db)
  const [counts] = rows
  if (!counts) throw new Error('Nothing was counted.')
  return counts
}

/** The counts that the finder made last, within a second of what is posted; for pages on which they stand aside. */
export async function findCounts(
  db: CampaignReading,
  requests: readonly RequestId[],
): Promise<{ request: RequestId; docket: string; counts: CampaignCounts }[]> {
  if (requests.length === 0) return []
  const { rows } = await sql<{ request: RequestId; docket: string; counts: CampaignCounts }>`
    select finding.request_id as request, request.docket, finding.counts
    from analysis.finding join requests.request on request.id = finding.request_id
    where finding.request_id = any (${requests}::uuid[]) and finding.counts is not null`.execute(db)
  return rows
}

/** Names that the public reads: of senders, and beneath joint comments. */
export async function countSignatories(
  db: CampaignReading,
  request: RequestId,
  campaign?: CampaignId,
): Promise<Signatories> {
  const among = campaign
    ? sql`and exists (select from analysis.read_text as text
        where text.comment_id = comment.id and text.campaign_id = ${campaign})`
    : sql``
  const { rows } = await sql<Signatories>`
    with signing as (
      select comment.id, comment.verification from docket.posted_comment as comment
      where comment.request_id = ${request} and comment.named and not comment.superseded ${among}),
    name as (
      select verification from signing
      union all
      select signatory.verification from docket.posted_signatory as signatory
      join signing on signing.id = signatory.comment_id)
    select count(*) filter (where verification = 'none')::int as none,
      count(*) filter (where verification = 'e-mail')::int as "e-mail",
      count(*) filter (where verification = 'organisation')::int as organisation from name`.execute(db)
  return rows[0] ?? { none: 0, 'e-mail': 0, organisation: 0 }
}

export async function findProgress(db: CampaignReading, request: RequestId): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select waiting.left, greatest(waiting.left, coalesce(finding.waited, 0))::int as of
    from (select count(*)::int as left from analysis.to_read where request_id = ${request}) as waiting
    left join analysis.finding on finding.request_id = ${request}`.execute(db)
  return rows[0] ?? { left: 0, of: 0 }
}

interface StandingRow {
  comment: CommentId
  docket: string
  stub: boolean
  id: CampaignId | null
  comments: number
}

/** Up to so many texts of a campaign are counted anew for a line beside a comment; beyond that, as the finder counted. */
const FEW = 200

/** What these comments are, where they were read: the largest campaign each is in. */
export async function listStandings(
  db: CampaignReading,
  comments: readonly CommentId[],
): Promise<StandingRow[]> {
  if (comments.length === 0) return []
  const { rows } = await sql<StandingRow>`
    with own as materialized (
      select text.comment_id, text.campaign_id, text.stub from ${readNow}
      where text.comment_id = any (${comments}::uuid[])),
    campaign as materialized (
      select campaign.id, case when campaign.texts > ${FEW} then campaign.texts else (
        select count(distinct text.comment_id)::int from ${readNow} where text.campaign_id = campaign.id) end as comments
      from analysis.campaign where id in (select campaign_id from own))
    select distinct on (own.comment_id) own.comment_id as comment, request.docket, campaign.id,
      coalesce(campaign.comments, 0) as comments, bool_and(own.stub) over (partition by own.comment_id) as stub
    from own
    join docket.posted_comment as comment on comment.id = own.comment_id
    join requests.request on request.id = comment.request_id
    left join campaign on campaign.id = own.campaign_id and campaign.comments >= ${FEWEST_COMMENTS}
    order by own.comment_id, campaign.comments desc nulls last, campaign.id`.execute(db)
  return rows
}
