import { sql } from 'kysely'
import type { CommentId } from '../../../../docket/index.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { VersionId } from '../../../../texts/index.ts'
import type { CampaignId, PostedWords, TextKey } from '../../model.ts'
import type { Finding } from '../services.ts'

/** A text that was read before. */
export interface KnownText extends TextKey {
  id: number
  versions: VersionId[]
  wording: number | null
  campaign: CampaignId | null
}

/** How many letters each of these comments has posted. */
export async function listLengths(
  tx: Finding,
  comments: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, number>> {
  const { rows } = await sql<{ comment: CommentId; letters: number }>`
    select comment_id as comment, sum(length(text))::bigint as letters
    from docket.posted_text where comment_id = any (${comments}::uuid[]) group by 1`.execute(tx)
  return new Map(rows.map(({ comment, letters }) => [comment, letters]))
}

/** What is posted of these comments: the answers of each as one text, each attachment as one of its own. */
export async function listPosted(tx: Finding, comments: readonly CommentId[]): Promise<PostedWords[]> {
  const { rows } = await sql<PostedWords>`
    select posted.comment_id as comment,
      case posted.of_kind when 'attachment' then posted.of_id end as attachment,
      array_agg(posted.version_id order by posted.position) as versions,
      string_agg(posted.text, e'\n\n' order by posted.position) as text
    from docket.posted_text as posted
    join docket.posted_comment as comment on comment.id = posted.comment_id
    where posted.comment_id = any (${comments}::uuid[]) and not comment.superseded
    group by 1, 2 order by 1, 2 nulls first`.execute(tx)
  return rows.filter(({ text }) => text.trim() !== '')
}

const known = sql`id, comment_id as comment, attachment_id as attachment, versions, wording, campaign_id as campaign`

export async function listKnown(tx: Finding, comments: readonly CommentId[]): Promise<KnownText[]> {
  const { rows } = await sql<KnownText>`
    select ${known} from analysis.read_text where comment_id = any (${comments}::uuid[])`.execute(tx)
  return rows
}

/** All texts of a request that were read, in the order in which they were. */
export async function listKnownAfter(
  tx: Finding,
  request: RequestId,
  after: number,
  most: number,
): Promise<KnownText[]> {
  const { rows } = await sql<KnownText>`
    select ${known} from analysis.read_text
    where request_id = ${request} and id > ${after} order by id limit ${most}`.execute(tx)
  return rows
}

/** Texts with these wordings, and the campaigns they are in; copies are in one campaign, so that one of each will do. */
export async function listOfWordings(
  tx: Finding,
  request: RequestId,
  wordings: readonly number[],
): Promise<KnownText[]> {
  const { rows } = await sql<KnownText>`
    select distinct on (wording) ${known} from analysis.read_text
    where request_id = ${request} and wording = any (${wordings}::bigint[]) order by wording, id`.execute(tx)
  return rows
}

export async function listOfCampaigns(tx: Finding, campaigns: readonly CampaignId[]): Promise<KnownText[]> {
  const { rows } = await sql<KnownText>`
    select ${known} from analysis.read_text where campaign_id = any (${campaigns}::uuid[]) order by id`.execute(
    tx,
  )
  return rows
}

export async function nextTextIds(tx: Finding, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('analysis.read_text', 'id')) as id
    from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Says that these texts are not as they were read. */
export async function forgetVersions(tx: Finding, ids: readonly number[]): Promise<void> {
  await sql`update analysis.read_text set versions = '{}' where id = any (${ids}::bigint[])`.execute(tx)
}

export async function deleteTexts(tx: Finding, ids: readonly number[]): Promise<void> {
  await sql`delete from analysis.read_text where id = any (${ids}::bigint[])`.execute(tx)
}
