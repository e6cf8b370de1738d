import { sql } from 'kysely'
import type { CommentId } from '../../comments/model.ts'
import { type Reading, standing } from '../store.ts'

export interface Reply {
  number: string
  group: string
}

/** The posted replies to a comment, none of them confidential, in the order of their numbers. */
export async function listReplies(db: Reading, answered: CommentId): Promise<Reply[]> {
  return db
    .selectFrom('docket.reply as reply')
    .innerJoin('docket.comment as comment', 'comment.id', 'reply.comment_id')
    .select(['comment.number', 'comment.declared_group as group'])
    .where('reply.answered_id', '=', answered)
    .where(standing.posted)
    .where(sql<boolean>`not comment.confidential`)
    .orderBy('comment.number')
    .execute()
}
