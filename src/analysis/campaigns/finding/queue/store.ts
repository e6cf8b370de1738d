import { sql } from 'kysely'
import type { CommentId } from '../../../../docket/index.ts'
import type { Db, Tx } from '../../../../platform/db/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignCounts } from '../../model.ts'
import type { CampaignTables } from '../../tables.ts'
import type { FindingTables } from '../services.ts'

type Reading = Db<CampaignTables>
type Writing = Tx<CampaignTables>

/** Those of these comments that the public reads, or that were read; one that still waits for a decision has no words yet. */
const readable = (comments: readonly string[]) => sql`(
  select id, request_id from docket.comment where id = any (${comments}::uuid[])
    and (state = 'posted' or exists (select from analysis.read_text where read_text.comment_id = comment.id))) as noted`

/** Of these comments something may have changed: what is posted of them, or was read before, is read again. */
export async function addToRead(tx: Tx<FindingTables>, comments: readonly string[]): Promise<void> {
  await sql`
    insert into analysis.finding (request_id)
    select distinct request_id from ${readable(comments)} order by 1 on conflict do nothing`.execute(tx)
  await sql`
    insert into analysis.to_read (comment_id, request_id)
    select id, request_id from ${readable(comments)} order by id on conflict do nothing`.execute(tx)
}

/**
 * Takes a request with comments to read that nobody else holds: one's own first, since its texts are at hand. It is held
 * until the given time.
 */
export async function claimRequest(
  db: Reading,
  holder: string,
  now: Instant,
  until: Instant,
): Promise<RequestId | undefined> {
  const { rows } = await sql<{ request: RequestId }>`
    update analysis.finding set holder = ${holder}, held_until = ${until},
      waited = case when done < waited then waited else
        (select count(*) from analysis.to_read where to_read.request_id = finding.request_id) end,
      done = case when done < waited then done else 0 end
    where request_id = (
      select request_id from analysis.finding
      where (holder is null or holder = ${holder} or held_until < ${now})
        and exists (select from analysis.to_read where to_read.request_id = finding.request_id)
      order by holder is distinct from ${holder}, read_at nulls first limit 1 for update skip locked)
    returning request_id as request`.execute(db)
  return rows[0]?.request
}

/** Whether this request is still in one's hands; it then stays there until the given time, and until the commit. */
export async function holdOn(
  tx: Writing,
  request: RequestId,
  holder: string,
  until: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('analysis.finding')
    .set({ held_until: until })
    .where('request_id', '=', request)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives everything back that one holds. */
export async function letGo(db: Reading, holder: string): Promise<void> {
  await db
    .updateTable('analysis.finding')
    .set({ holder: null, held_until: null })
    .where('holder', '=', holder)
    .execute()
}

/**
 * Takes the next comments off the list. Whoever notes one of them again meanwhile waits for the commit, so that a change
 * is either read now or listed anew.
 */
export async function takeToRead(tx: Writing, request: RequestId, most: number): Promise<CommentId[]> {
  const { rows } = await sql<{ id: CommentId }>`
    delete from analysis.to_read where comment_id in (
      select comment_id from analysis.to_read where request_id = ${request}
      order by comment_id limit ${most} for update)
    returning comment_id as id`.execute(tx)
  return rows.map(({ id }) => id).sort()
}

export async function putBack(
  tx: Writing,
  request: RequestId,
  comments: readonly CommentId[],
): Promise<void> {
  if (comments.length === 0) return
  const rows = comments.map((id) => ({ comment_id: id, request_id: request }))
  await tx.insertInto('analysis.to_read').values(rows).execute()
}

export async function saveProgress(
  tx: Writing,
  request: RequestId,
  done: number,
  at: Instant,
): Promise<void> {
  await sql`
    update analysis.finding set done = done + ${done}, read_at = ${at},
      waited = case when exists (select from analysis.to_read where request_id = ${request})
        then greatest(waited, done + ${done} + 1) else done + ${done} end
    where request_id = ${request}`.execute(tx)
}

/** Nothing is told of an erased comment any more; the finder takes it out of its campaign when it reads the record. */
export async function eraseFromCampaigns(tx: Writing, comments: readonly CommentId[]): Promise<void> {
  if (comments.length === 0) return
  await tx.deleteFrom('analysis.campaign_member').where('comment_id', 'in', comments).execute()
  await tx
    .updateTable('analysis.read_text')
    .set({ versions: [] })
    .where('comment_id', 'in', comments)
    .execute()
}

/** A request of which something was read since it was counted, and how often it had been read then. */
export async function findUncounted(db: Reading): Promise<{ request: RequestId; at: string } | undefined> {
  const { rows } = await sql<{ request: RequestId; at: string }>`
    select request_id as request, read_at::text as at from analysis.finding
    where read_at is not null and counts ->> 'at' is distinct from read_at::text
      and not exists (select from analysis.to_read where to_read.request_id = finding.request_id)
    limit 1`.execute(db)
  return rows[0]
}

export async function saveCounts(
  db: Reading,
  request: RequestId,
  counts: CampaignCounts & { at: string },
): Promise<void> {
  await db
    .updateTable('analysis.finding')
    .set({ counts: JSON.stringify(counts) })
    .where('request_id', '=', request)
    .execute()
}
