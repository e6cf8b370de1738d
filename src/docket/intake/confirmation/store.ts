import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'

/** What is kept of the link in a letter, so that a press of its button can be known again. */
export interface Confirmation {
  hash: Buffer
  comment: CommentId
}

export async function keepConfirmation(
  tx: Tx<CommentTables>,
  { hash, comment }: Confirmation,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('docket.confirmation_link')
    .values({ token_hash: hash, comment_id: comment, made_at: at })
    .execute()
}

/** The comment that a link belongs to, unless it was withdrawn. */
export async function findLinked(db: Db<CommentTables>, hash: Buffer) {
  return db
    .selectFrom('docket.confirmation_link as link')
    .innerJoin('docket.comment as comment', 'comment.id', 'link.comment_id')
    .select(['comment.id', 'comment.number', 'comment.process_id as process', 'comment.verification'])
    .where('link.token_hash', '=', hash)
    .where('comment.withdrawn_at', 'is', null)
    .executeTakeFirst()
}

/** Raises the level of a comment to this one, if it has none; answers whether it did. */
export async function markVerified(tx: Tx<CommentTables>, id: CommentId): Promise<boolean> {
  const marked = await tx
    .updateTable('docket.comment')
    .set({ verification: 'e-mail' })
    .where('id', '=', id)
    .where('verification', '=', 'none')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
