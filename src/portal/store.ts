import type { CommentId, CommentTables } from '../docket/index.ts'
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
