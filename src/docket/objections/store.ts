import { isObjectedTo, type ModerationTables } from '../../moderation/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { Listed } from './model.ts'

type Reading = Db<CommentTables & ModerationTables>

/** How many objections wait for a moderator in each of these requests. */
export async function countOpenObjections(
  db: Reading,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, number>> {
  if (requests.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.comment as comment')
    .select(['comment.request_id as request', (row) => row.fn.countAll<number>().as('count')])
    .where('comment.request_id', 'in', requests)
    .where(isObjectedTo('comment', 'comment.id'))
    .groupBy('comment.request_id')
    .execute()
  return new Map(rows.map(({ request, count }) => [request, count]))
}

/** Those about comments of a request: what waits first, the longest first, then what was answered last. */
export async function listObjectionsIn(db: Reading, request: RequestId, limit: number): Promise<Listed[]> {
  return db
    .selectFrom('moderation.objection as objection')
    .innerJoin('docket.comment as comment', 'comment.id', 'objection.about_id')
    .select(['comment.number', 'comment.state', 'objection.at', 'objection.outcome'])
    .where('objection.about_kind', '=', 'comment')
    .where('comment.request_id', '=', request)
    .orderBy((row) => row('objection.outcome', 'is not', null))
    .orderBy('objection.closed_at', 'desc')
    .orderBy('objection.at')
    .limit(limit)
    .execute()
}

/** The address given with a comment by its sender; who stands in an imported file did not write it here. */
export async function findSender(db: Reading, number: string) {
  return db
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.id', 'comment.key_hash as keyHash', 'comment.channel', 'sender.email'])
    .where('comment.number', '=', number)
    .executeTakeFirst()
}
