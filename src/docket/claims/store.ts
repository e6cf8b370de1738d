import type { Db } from '../../platform/db/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { ClaimTables } from './tables.ts'

export async function numbersOf(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('docket.comment').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Which of these comments are posted without the name that a claim took off. */
export async function listWithoutName(
  db: Db<ClaimTables & CommentTables>,
  ids: readonly CommentId[],
): Promise<CommentId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('docket.claimed as claimed')
    .innerJoin('docket.comment as comment', 'comment.id', 'claimed.comment_id')
    .select('comment.id')
    .distinct()
    .where('claimed.comment_id', 'in', ids)
    .where('claimed.outcome', 'in', ['name-taken-off', 'withheld'])
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.confidential', '=', false)
    .execute()
  return rows.map(({ id }) => id)
}
