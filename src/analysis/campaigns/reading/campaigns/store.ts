import { sql } from 'kysely'
import type { Verification } from '../../../../docket/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignId } from '../../model.ts'
import { FEWEST_COMMENTS, type Member, type ShownCampaign, type ShownWords, type Variant } from '../model.ts'
import { type CampaignReading, readNow } from '../store.ts'

type Row = Pick<ShownCampaign, 'id' | 'comments' | 'wordings' | 'firstSeen' | 'lastSeen'> &
  Record<'none' | 'byMail' | 'byOrganisation' | 'text' | 'wording', number>

const level = (wanted: Verification) => sql`count(*) filter (where verification = ${wanted})::int`

/** Campaigns as far as they are posted now, the largest first; of one size the earlier first. */
export async function listCampaigns(
  db: CampaignReading,
  request: RequestId,
  { after = 0, most, only }: { after?: number; most: number; only?: CampaignId },
): Promise<ShownCampaign[]> {
  const { rows } = await sql<Row>`
    with read as materialized (
      select text.campaign_id, text.wording, comment.id, comment.sent_at, comment.named, comment.verification
      from ${readNow} where text.request_id = ${request}
        and ${only ? sql`text.campaign_id = ${only}` : sql`text.campaign_id is not null`}),
    counted as (
      select campaign_id, count(distinct id)::int as comments, count(distinct wording)::int as wordings,
        min(sent_at) as first, max(sent_at) as last
      from read group by 1 having count(distinct id) >= ${FEWEST_COMMENTS}
      order by 2 desc, 4, 1 limit ${most} offset ${after}),
    signing as materialized (
      select distinct campaign_id, id, verification from read join counted using (campaign_id) where named),
    named as (
      select campaign_id, ${level('none')} as none, ${level('e-mail')} as mail,
        ${level('organisation')} as organisation
      from (select campaign_id, verification from signing
        union all
        select signing.campaign_id, signatory.verification
        from docket.posted_signatory as signatory join signing on signing.id = signatory.comment_id) as name
      group by 1)
    select counted.campaign_id as id, comments, wordings, first as "firstSeen", last as "lastSeen",
      coalesce(none, 0) as none, coalesce(mail, 0) as "byMail", coalesce(organisation, 0) as "byOrganisation",
      template.id as text, template.wording
    from counted
    left join named using (campaign_id)
    join analysis.campaign on campaign.id = counted.campaign_id
    cross join lateral (
      select text.id, text.wording from ${readNow}
      left join analysis.read_text as chosen on chosen.id = campaign.template_id
      where text.campaign_id = campaign.id
      order by text.id = campaign.template_id desc nulls last, text.wording = chosen.wording desc nulls last, text.id
      limit 1) as template
    order by comments desc, first, id`.execute(db)
  const words = await wordsOf(
    db,
    rows.map(({ text }) => text),
  )
  return rows.flatMap(({ none, byMail, byOrganisation: organisation, text, wording, ...row }) => {
    const template = words.get(text)
    const signatories = { none, 'e-mail': byMail, organisation }
    return template ? [{ ...row, signatories, template: { ...template, wording } }] : []
  })
}

/** The posted words of texts, read through the views alone: as the public reads them now. */
async function wordsOf(
  db: CampaignReading,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ShownWords>> {
  const { rows } = await sql<ShownWords & { id: number }>`
    select read.id, comment.number, max(posted.position) filter (where read.attachment_id is not null) as attachment,
      coalesce(min(posted.language), comment.language) as language,
      string_agg(posted.text, e'\n\n' order by posted.position) as text
    from analysis.read_text as read
    join docket.posted_comment as comment on comment.id = read.comment_id
    join docket.posted_text as posted on posted.comment_id = read.comment_id
      and case when read.attachment_id is null then posted.of_kind = 'answer' else posted.of_id = read.attachment_id end
    where read.id = any (${ids}::bigint[])
    group by read.id, comment.number, comment.language`.execute(db)
  return new Map(
    rows.map(({ id, ...words }) => [id, { ...words, attachment: words.attachment ?? undefined }]),
  )
}

/** The other wordings of a campaign, those that most texts share first. */
export async function listVariants(
  db: CampaignReading,
  { id, template }: Pick<ShownCampaign, 'id' | 'template'>,
  { after, most }: { after: number; most: number },
): Promise<Variant[]> {
  const { rows } = await sql<{ first: number; texts: number }>`
    select min(text.id) as first, count(*)::int as texts from ${readNow}
    where text.campaign_id = ${id} and text.wording <> ${template.wording}
    group by text.wording order by 2 desc, 1 limit ${most} offset ${after}`.execute(db)
  const words = await wordsOf(
    db,
    rows.map(({ first }) => first),
  )
  return rows.flatMap(({ first, texts }) => {
    const own = words.get(first)
    return own ? [{ ...own, texts }] : []
  })
}

/** Who belongs to a campaign now, in the order of their tracking numbers, after one of them. */
export async function listMembers(
  db: CampaignReading,
  campaign: CampaignId,
  { after, most }: { after: string; most: number },
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select comment.id as comment, comment.number, comment.sent_at as "sentAt", comment.stakeholder_group as group,
      comment.named, case when comment.named then comment.verification else 'none' end as verification,
      (select min(member.joined_at) from analysis.campaign_member as member
        where member.comment_id = comment.id and member.campaign_id = ${campaign} and member.left_at is null) as "joinedAt"
    from docket.posted_comment as comment
    where not comment.superseded and comment.number > ${after} and exists (
      select from analysis.read_text as text where text.comment_id = comment.id and text.campaign_id = ${campaign})
    order by comment.number limit ${most}`.execute(db)
  return rows
}

export interface KnownCampaign {
  id: CampaignId
  endedAt: Instant | null
  mergedInto: CampaignId | null
}

export async function findCampaign(
  db: CampaignReading,
  request: RequestId,
  id: CampaignId,
): Promise<KnownCampaign | undefined> {
  return db
    .selectFrom('analysis.campaign')
    .select(['id', 'ended_at as endedAt', 'merged_into as mergedInto'])
    .where('id', '=', id)
    .where('request_id', '=', request)
    .executeTakeFirst()
}
