import type { Instant } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { MapDb, MapTx } from '../services.ts'

export async function findPublished(
  db: MapDb,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, Instant>> {
  if (requests.length === 0) return new Map()
  const rows = await db
    .selectFrom('analysis.published_map')
    .select(['request_id', 'published_at'])
    .where('request_id', 'in', requests)
    .execute()
  return new Map(rows.map(({ request_id, published_at }) => [request_id, published_at]))
}

/** Answers whether it was not published before. */
export async function insertPublished(tx: MapTx, request: RequestId, at: Instant): Promise<boolean> {
  const made = await tx
    .insertInto('analysis.published_map')
    .values({ request_id: request, published_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Answers whether it was published until now. */
export async function deletePublished(tx: MapTx, request: RequestId): Promise<boolean> {
  const gone = await tx
    .deleteFrom('analysis.published_map')
    .where('request_id', '=', request)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
