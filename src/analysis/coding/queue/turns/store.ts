import { sql } from 'kysely'
import type { CommentId } from '../../../../docket/index.ts'
import type { Db, Tx } from '../../../../platform/db/index.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignTables } from '../../../campaigns/tables.ts'
import type { CodingTables } from '../../tables.ts'

export type TurnTables = CodingTables & CampaignTables

/** The requests whose campaigns were found anew since the turns of their comments were. */
export async function listUnsorted(db: Db<TurnTables>): Promise<RequestId[]> {
  const { rows } = await sql<{ request: RequestId }>`
    select finding.request_id as request from analysis.finding
    left join analysis.queue_turn on queue_turn.request_id = finding.request_id
    where finding.read_at is not null and finding.read_at is distinct from queue_turn.found_at`.execute(db)
  return rows.map(({ request }) => request)
}

/**
 * Gives each comment of a request its turn: first those whose text is the template of a campaign, with how large that is;
 * last those that say nothing but what a campaign says; in between the rest.
 */
export async function sortRequest(tx: Tx<TurnTables>, request: RequestId): Promise<void> {
  await sql`
    insert into analysis.queue_turn (request_id, found_at)
    select request_id, read_at from analysis.finding where request_id = ${request} and read_at is not null
    on conflict (request_id) do update set found_at = excluded.found_at`.execute(tx)
  await sql`
    with stands as (
      select template.comment_id, max(campaign.texts) as texts from analysis.campaign
      join analysis.read_text as template on template.id = campaign.template_id
      where campaign.request_id = ${request} and campaign.ended_at is null and campaign.texts > 1
      group by template.comment_id),
    copies as (
      select comment_id from analysis.read_text where request_id = ${request} and not stub
      group by comment_id having bool_and(campaign_id is not null)),
    placed as (
      select queued.comment_id, coalesce(stands.texts, 0) as texts,
        case when stands.comment_id is not null then 0 when copies.comment_id is not null then 2 else 1 end as turn
      from analysis.queued left join stands using (comment_id) left join copies using (comment_id)
      where queued.request_id = ${request})
    update analysis.queued set turn = placed.turn, texts = placed.texts from placed
    where queued.comment_id = placed.comment_id
      and (queued.turn, queued.texts) is distinct from (placed.turn, placed.texts)`.execute(tx)
}

/** Notes how unsure programs are of comments. */
export async function setDoubts(
  tx: Tx<CodingTables>,
  doubts: readonly { id: CommentId; doubt: number }[],
): Promise<void> {
  await sql`update analysis.queued set doubt = told.doubt
    from unnest(${doubts.map(({ id }) => id)}::uuid[], ${doubts.map(({ doubt }) => doubt)}::real[]) as told (id, doubt)
    where comment_id = told.id`.execute(tx)
}
