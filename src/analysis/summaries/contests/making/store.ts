import type { CommentId, PostedTables } from '../../../../docket/index.ts'
import type { Db } from '../../../../platform/db/index.ts'

export async function isPosted(db: Db<PostedTables>, comment: CommentId): Promise<boolean> {
  const found = await db
    .selectFrom('docket.posted_comment')
    .select('id')
    .where('id', '=', comment)
    .executeTakeFirst()
  return found !== undefined
}
