import type { Db, Tx } from '../../../platform/db/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'

/** Those of these comments that are shown in an organisation's name which has not confirmed them. */
export async function listUnvouched(db: Db<CommentTables>, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.id', 'comment.number', 'comment.process_id as process', 'sender.organisation'])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.verification', '!=', 'organisation')
    .where('sender.organisation', 'is not', null)
    .execute()
}

/** The organisation stands behind the comment while it is shown in its name; answers whether that was new. */
export async function markVouched(tx: Tx<CommentTables>, id: CommentId): Promise<boolean> {
  const marked = await tx
    .updateTable('docket.comment')
    .set({ verification: 'organisation' })
    .where('id', '=', id)
    .where('state', '=', 'posted')
    .where('withdrawn_at', 'is', null)
    .where('named', '=', true)
    .where('verification', '!=', 'organisation')
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
