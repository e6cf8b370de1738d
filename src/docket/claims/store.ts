import type { Db } from '../../platform/db/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'

export async function numbersOf(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('docket.comment').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
