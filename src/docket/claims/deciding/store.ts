import type { PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ClaimId, Outcome } from '../model.ts'
import type { ClaimTables } from '../tables.ts'

type Reading = Db<ClaimTables & CommentTables>

/** How many comments under confirmed claims wait for a decision in each of these requests. */
export async function countOpen(
  db: Reading,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, number>> {
  if (requests.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.claimed as claimed')
    .innerJoin('docket.claim as claim', 'claim.id', 'claimed.claim_id')
    .select(['claimed.request_id as request', (row) => row.fn.countAll<number>().as('count')])
    .where('claimed.request_id', 'in', requests)
    .where('claimed.outcome', 'is', null)
    .where('claim.confirmed_at', 'is not', null)
    .groupBy('claimed.request_id')
    .execute()
  return new Map(rows.map(({ request, count }) => [request, count]))
}

/** The confirmed claims about comments of a request: those that wait first, then the newest. */
export async function listClaims(db: Reading, request: RequestId, limit: number) {
  return db
    .selectFrom('docket.claimed as claimed')
    .innerJoin('docket.claim as claim', 'claim.id', 'claimed.claim_id')
    .select(['claim.id', 'claim.name', 'claim.confirmed_at as confirmedAt'])
    .select((row) => [
      row.fn.countAll<number>().as('all'),
      row.fn.countAll<number>().filterWhere('claimed.outcome', 'is', null).as('open'),
    ])
    .where('claimed.request_id', '=', request)
    .where('claim.confirmed_at', 'is not', null)
    .groupBy('claim.id')
    .orderBy((row) => row(row.fn.countAll<number>().filterWhere('claimed.outcome', 'is', null), '=', 0))
    .orderBy('claim.confirmed_at', 'desc')
    .limit(limit)
    .execute()
}

/** A confirmed claim, whole: for moderators only. */
export async function findClaim(db: Reading, id: ClaimId) {
  return db
    .selectFrom('docket.claim')
    .select(['id', 'name', 'email', 'whose', 'words', 'confirmed_at as confirmedAt'])
    .where('id', '=', id)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
}

/** What a claim says of the comments of one request, and what was decided. */
export async function listClaimedIn(db: Reading, claim: ClaimId, request: RequestId) {
  return db
    .selectFrom('docket.claimed as claimed')
    .innerJoin('docket.comment as comment', 'comment.id', 'claimed.comment_id')
    .leftJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.id', 'comment.number', 'comment.state', 'comment.named'])
    .select(['comment.process_id as process', 'comment.withdrawn_at as withdrawnAt'])
    .select(['sender.name', 'sender.organisation', 'claimed.outcome', 'claimed.answer'])
    .where('claimed.claim_id', '=', claim)
    .where('claimed.request_id', '=', request)
    .orderBy('comment.number')
    .execute()
}

/** Writes down what was decided; answers how many were still open. */
export async function settle(
  tx: Tx<ClaimTables>,
  claim: ClaimId,
  comments: readonly CommentId[],
  decided: { outcome: Outcome; answer: string; by: PersonId | undefined; at: Instant },
): Promise<number> {
  const { outcome, answer, by, at } = decided
  const settled = await tx
    .updateTable('docket.claimed')
    .set({ outcome, answer, decided_by: by ?? null, decided_at: at })
    .where('claim_id', '=', claim)
    .where('comment_id', 'in', comments)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return Number(settled.numUpdatedRows)
}

/** Shows the comment without its name from now on; answers whether it was shown with one. */
export async function takeNameOff(tx: Tx<CommentTables>, id: CommentId): Promise<boolean> {
  const taken = await tx
    .updateTable('docket.comment')
    .set({ named: false })
    .where('id', '=', id)
    .where('named', '=', true)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
