import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { MapDb, MapTx } from '../services.ts'
import type { MapTables } from '../tables.ts'

/** Requests of whose comments something is noted. */
export async function listMarked(db: MapDb): Promise<RequestId[]> {
  const rows = await db.selectFrom('analysis.map_mark').select('request_id').distinct().execute()
  return rows.map(({ request_id }) => request_id)
}

export async function isMarked(db: MapDb, requests: readonly RequestId[]): Promise<boolean> {
  const marked = await db
    .selectFrom('analysis.map_mark')
    .select('id')
    .where('request_id', 'in', requests)
    .limit(1)
    .executeTakeFirst()
  return marked !== undefined
}

/** Lets one at a time count a request anew: of two, the later one knows the later state. */
export async function lockMap(tx: MapTx, request: RequestId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`map ${request}`}, 0))`.execute(tx)
}

/** Takes what was noted first off the list; a comment may be noted often. */
export async function takeMarks(
  tx: MapTx,
  request: RequestId,
  most: number,
): Promise<{ taken: number; comments: CommentId[] }> {
  const { rows } = await sql<{ id: CommentId }>`
    delete from analysis.map_mark where id in (
      select id from analysis.map_mark where request_id = ${request} order by id limit ${most})
    returning comment_id as id`.execute(tx)
  return { taken: rows.length, comments: [...new Set(rows.map(({ id }) => id))] }
}

/** Says that a map is counted anew, so that nothing read of it before is told any more. */
export async function noteRefreshed(tx: MapTx, request: RequestId): Promise<void> {
  await sql`insert into analysis.map_refreshed (request_id, times) values (${request}, 1)
    on conflict (request_id) do update set times = map_refreshed.times + 1`.execute(tx)
}

export async function timesRefreshed(db: MapDb, request: RequestId): Promise<string> {
  const { rows } = await sql<{ times: string }>`
    select times::text from analysis.map_refreshed where request_id = ${request}`.execute(db)
  return rows[0]?.times ?? '0'
}

export async function deleteVoices(tx: Tx<MapTables>, comments: readonly CommentId[]): Promise<void> {
  await sql`delete from analysis.map_voice where comment_id = any(${comments}::uuid[])`.execute(tx)
}

/** What these comments say as the public reads them now; nothing of one that a coder is still at. */
export async function insertVoices(tx: MapTx, comments: readonly CommentId[]): Promise<void> {
  await sql`
    with said as materialized (
      select excerpt.comment_id, position.issue_id, position.position, count(*)::int as excerpts
      from analysis.excerpt
      join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
      join analysis.coded_position as position on position.coding_id = coding.id
      where excerpt.comment_id = any(${comments}::uuid[])
        and not exists (select from analysis.reading
          where reading.comment_id = excerpt.comment_id and reading.state = 'taken')
        and exists (select from docket.posted_text as text
          where text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id)
      group by 1, 2, 3)
    insert into analysis.map_voice (comment_id, issue_id, position, request_id, excerpts, first_on_issue, first_at_all,
      stakeholder_group, country, language, voice, campaign_id, draw, readers)
    select comment.id, said.issue_id, said.position, comment.request_id, said.excerpts,
      row_number() over (partition by comment.id, said.issue_id order by said.position) = 1,
      row_number() over (partition by comment.id order by said.issue_id, said.position) = 1,
      comment.stakeholder_group, comment.country, comment.language,
      case when campaign.id is not null then 'campaign' when comment.by_organisation then 'organisation'
        else 'individual' end,
      campaign.id, ('x' || left(md5(comment.id::text), 7))::bit(28)::int % 100,
      (select count(*) from analysis.reading where reading.comment_id = comment.id)
    from said
    join docket.posted_comment as comment on comment.id = said.comment_id and not comment.superseded
    left join lateral (
      select member.campaign_id as id from analysis.campaign_member as member
      where member.comment_id = comment.id and member.left_at is null
      order by member.attachment_id nulls first limit 1) as campaign on true`.execute(tx)
}
