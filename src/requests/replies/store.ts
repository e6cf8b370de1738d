import type { Db, Tx } from '../../platform/db/index.ts'
import type { ReplyRound, RequestId } from '../model.ts'
import type { RequestsTables } from '../tables.ts'

export async function roundsOf(
  db: Db<RequestsTables>,
  ids: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, ReplyRound>> {
  const rows = await db
    .selectFrom('requests.reply_round')
    .select(['request_id as id', 'opens_at as opensAt', 'closes_at as closesAt', 'zone'])
    .select('announced_at as announcedAt')
    .where('request_id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...round }) => [id, round]))
}

/** Sets the round of a request; the one before gives way. */
export async function setRound(
  tx: Tx<RequestsTables>,
  id: RequestId,
  { opensAt, closesAt, zone, announcedAt }: ReplyRound,
): Promise<void> {
  const row = { opens_at: opensAt, closes_at: closesAt, zone, announced_at: announcedAt }
  await tx
    .insertInto('requests.reply_round')
    .values({ request_id: id, ...row })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(row))
    .execute()
}
