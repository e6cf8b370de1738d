import type { CommentId, CommentTables, SignatoryId } from '../docket/index.ts'
import type { Db } from '../platform/db/index.ts'

/** The tracking numbers of these comments, by id. */
export async function findTrackingNumbers(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('docket.comment').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The tracking numbers of the comments that these signatures stand under, by the id of the signature. */
export async function findNumbersSigned(
  db: Db<CommentTables>,
  ids: readonly SignatoryId[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.signatory as signatory')
    .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
    .select(['signatory.id', 'comment.number'])
    .where('signatory.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
