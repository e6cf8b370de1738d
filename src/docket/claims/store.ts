import type { ModerationTables } from '../../moderation/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { NOT_SENT } from './model.ts'

export async function numbersOf(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('docket.comment').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Which of these comments are posted without the name that was public before a claim took it off. */
export async function listWithoutName(
  db: Db<ModerationTables & CommentTables>,
  ids: readonly CommentId[],
): Promise<CommentId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('moderation.decision as decision', 'decision.about_id', 'comment.id')
    .select('comment.id')
    .distinct()
    .where('comment.id', 'in', ids)
    .where('decision.about_kind', '=', 'comment')
    .where('decision.reason_code', '=', NOT_SENT)
    .where('comment.state', '=', 'posted')
    .where('comment.named', '=', false)
    .where('comment.confidential', '=', false)
    .where('comment.withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
