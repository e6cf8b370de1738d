import { sql } from 'kysely'
import type { CommentId } from '../../../../docket/index.ts'
import { insertRows } from '../../../../platform/db/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignId } from '../../model.ts'
import type { CampaignTables } from '../../tables.ts'
import type { Finding } from '../services.ts'
import type { NewCampaign, NewText, Weighed } from './model.ts'

type Rows = Pick<CampaignTables, 'analysis.campaign' | 'analysis.read_text'>

export async function insertCampaigns(
  tx: Finding,
  request: RequestId,
  campaigns: readonly NewCampaign[],
  at: Instant,
): Promise<void> {
  const rows = campaigns.map(({ id, from }) => ({
    ...{ id, request_id: request, found_at: at, ended_at: null, merged_into: null, split_from: from ?? null },
    ...{ texts: 0, weighed: 0, template_id: null },
  }))
  await insertRows<Rows>(tx, { 'analysis.campaign': rows })
}

export async function insertTexts(tx: Finding, request: RequestId, texts: readonly NewText[]): Promise<void> {
  const rows = texts.map(({ id, comment, attachment, versions, wording, campaign }) => ({
    ...{ id, request_id: request, comment_id: comment, attachment_id: attachment, versions },
    ...{ stub: wording === null, wording, campaign_id: campaign },
  }))
  await insertRows<Rows>(tx, { 'analysis.read_text': rows })
}

/** How many texts each of these campaigns has; the largest first, of one size the earlier first. */
export async function sizesOf(
  tx: Finding,
  campaigns: readonly CampaignId[],
): Promise<{ id: CampaignId; texts: number }[]> {
  return tx
    .selectFrom('analysis.campaign')
    .select(['id', 'texts'])
    .where('id', 'in', campaigns)
    .orderBy('texts', 'desc')
    .orderBy('found_at')
    .orderBy('id')
    .execute()
}

/** The last campaign, ended and not grown into another, that one of these comments belonged to. */
export async function findEnded(
  tx: Finding,
  comments: readonly CommentId[],
): Promise<CampaignId | undefined> {
  const { rows } = await sql<{ id: CampaignId }>`
    select campaign.id from analysis.campaign_member as member
    join analysis.campaign on campaign.id = member.campaign_id
    where member.comment_id = any (${comments}::uuid[])
      and campaign.ended_at is not null and campaign.merged_into is null
    order by campaign.ended_at desc, campaign.id limit 1`.execute(tx)
  return rows[0]?.id
}

export async function reopen(tx: Finding, id: CampaignId): Promise<void> {
  await tx.updateTable('analysis.campaign').set({ ended_at: null }).where('id', '=', id).execute()
}

/** Moves single texts, each into its campaign or into none. */
export async function moveTexts(
  tx: Finding,
  moves: readonly { id: number; campaign: CampaignId | null }[],
): Promise<void> {
  if (moves.length === 0) return
  await sql`
    update analysis.read_text set campaign_id = move.campaign
    from json_to_recordset(${JSON.stringify(moves)}::json) as move (id bigint, campaign uuid)
    where read_text.id = move.id`.execute(tx)
}

/** A campaign that grew together with a larger one goes on in it: its members leave, and join the other the same moment. */
export async function mergeCampaigns(
  tx: Finding,
  gone: readonly CampaignId[],
  into: CampaignId,
  at: Instant,
): Promise<void> {
  if (gone.length === 0) return
  await sql`
    update analysis.read_text set campaign_id = ${into} where campaign_id = any (${gone}::uuid[])`.execute(tx)
  await sql`
    with moved as (
      update analysis.campaign_member set left_at = ${at}
      where campaign_id = any (${gone}::uuid[]) and left_at is null
      returning comment_id, attachment_id)
    insert into analysis.campaign_member (campaign_id, comment_id, attachment_id, joined_at)
    select ${into}::uuid, comment_id, attachment_id, ${at}::timestamptz from moved`.execute(tx)
  await sql`
    with gone as (
      select sum(texts) as texts from analysis.campaign where id = any (${gone}::uuid[]))
    update analysis.campaign set texts = campaign.texts + gone.texts from gone where id = ${into}`.execute(tx)
  await endInto(tx, gone, into, at)
}

/** Ends campaigns whose texts went on in another, or in none. */
export async function endInto(
  tx: Finding,
  gone: readonly CampaignId[],
  into: CampaignId | null,
  at: Instant,
): Promise<void> {
  await sql`
    update analysis.campaign set ended_at = ${at}, merged_into = ${into}, texts = 0
    where id = any (${gone}::uuid[])`.execute(tx)
}

/** Dates who left a campaign and who joined one, among the texts of these comments. */
export async function dateMembers(tx: Finding, comments: readonly CommentId[], at: Instant): Promise<void> {
  await sql`
    update analysis.campaign_member as member set left_at = ${at}
    where member.comment_id = any (${comments}::uuid[]) and left_at is null and not exists (
      select from analysis.read_text as text where text.comment_id = member.comment_id
        and text.attachment_id is not distinct from member.attachment_id
        and text.campaign_id = member.campaign_id)`.execute(tx)
  await sql`
    insert into analysis.campaign_member (campaign_id, comment_id, attachment_id, joined_at)
    select campaign_id, comment_id, attachment_id, ${at}::timestamptz from analysis.read_text as text
    where comment_id = any (${comments}::uuid[]) and campaign_id is not null and not exists (
      select from analysis.campaign_member as member where member.comment_id = text.comment_id
        and member.attachment_id is not distinct from text.attachment_id and member.left_at is null)`.execute(
    tx,
  )
}

export async function growBy(tx: Finding, campaign: CampaignId, texts: number): Promise<void> {
  await sql`update analysis.campaign set texts = texts + ${texts} where id = ${campaign}`.execute(tx)
}

export async function countTexts(tx: Finding, campaigns: readonly CampaignId[]): Promise<void> {
  await sql`
    update analysis.campaign set texts = (
      select count(*) from analysis.read_text where read_text.campaign_id = campaign.id)
    where id = any (${campaigns}::uuid[])`.execute(tx)
}

/** Those of these campaigns that changed so much that another wording may stand for them. */
export async function listToWeigh(tx: Finding, campaigns: readonly CampaignId[]): Promise<CampaignId[]> {
  const { rows } = await sql<{ id: CampaignId }>`
    select id from analysis.campaign where id = any (${campaigns}::uuid[]) and ended_at is null
      and (template_id is null or texts >= 1.1 * weighed or texts <= 0.9 * weighed)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The wordings that most texts of a campaign share, of those alike the first. */
export async function listWordings(tx: Finding, campaign: CampaignId, most: number): Promise<Weighed[]> {
  const { rows } = await sql<Weighed>`
    select min(id) as first, count(*)::int as copies from analysis.read_text
    where campaign_id = ${campaign} group by wording
    order by 2 desc, 1 limit ${most}`.execute(tx)
  return rows
}

export async function setTemplate(tx: Finding, campaign: CampaignId, template: number): Promise<void> {
  await sql`
    update analysis.campaign set template_id = ${template}, weighed = texts where id = ${campaign}`.execute(
    tx,
  )
}
