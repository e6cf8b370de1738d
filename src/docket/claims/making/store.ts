import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { after, type Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { CLAIM_LIFE, type ClaimId, LETTERS_AT_ONCE } from '../model.ts'
import type { ClaimTables } from '../tables.ts'

type Tables = ClaimTables & CommentTables

/** A comment that a claim is about. */
export interface Claimed {
  id: CommentId
  number: string
  process: ProcessId
  request: RequestId
}

const claimedColumns = [
  'comment.id',
  'comment.number',
  'comment.process_id as process',
  'comment.request_id as request',
] as const

export async function listByNumbers(db: Db<CommentTables>, numbers: readonly string[]): Promise<Claimed[]> {
  return db
    .selectFrom('docket.comment as comment')
    .select(claimedColumns)
    .where('comment.number', 'in', numbers)
    .orderBy('comment.number')
    .execute()
}

export async function listClaimed(db: Db<Tables>, claim: ClaimId): Promise<Claimed[]> {
  return db
    .selectFrom('docket.claimed as claimed')
    .innerJoin('docket.comment as comment', 'comment.id', 'claimed.comment_id')
    .select(claimedColumns)
    .where('claimed.claim_id', '=', claim)
    .orderBy('comment.number')
    .execute()
}

/** Clears away the claims that nobody confirmed. */
export async function deleteUnconfirmed(tx: Tx<ClaimTables>, now: Instant): Promise<void> {
  await tx
    .deleteFrom('docket.claim')
    .where('confirmed_at', 'is', null)
    .where('made_at', '<=', after(now, -CLAIM_LIFE))
    .execute()
}

/** Whether one more letter may go to this address now. */
export async function mayWriteTo(
  tx: Tx<ClaimTables>,
  { email, from }: { email: string; from: Buffer },
  now: Instant,
): Promise<boolean> {
  const { here, all } = await tx
    .selectFrom('docket.claim')
    .select([
      sql<number>`count(*) filter (where asked_from = ${from})`.as('here'),
      sql<number>`count(*)`.as('all'),
    ])
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('made_at', '>', after(now, -LETTERS_AT_ONCE.within))
    .executeTakeFirstOrThrow()
  return here < LETTERS_AT_ONCE.fromOnePlace && all < LETTERS_AT_ONCE.inAll
}

export async function insertClaim(
  tx: Tx<ClaimTables>,
  claim: Omit<ClaimTables['docket.claim'], 'confirmed_at'>,
  about: readonly Claimed[],
): Promise<void> {
  await tx
    .insertInto('docket.claim')
    .values({ ...claim, confirmed_at: null })
    .execute()
  await tx
    .insertInto('docket.claimed')
    .values(
      about.map(({ id, request }) => ({
        ...{ claim_id: claim.id, comment_id: id, request_id: request },
        ...{ outcome: null, answer: '', decided_by: null, decided_at: null },
      })),
    )
    .execute()
}

/** The claim that a link belongs to, while the link holds. */
export async function findByToken(db: Db<ClaimTables>, token: Buffer, now: Instant) {
  return db
    .selectFrom('docket.claim')
    .select(['id', 'confirmed_at as confirmedAt'])
    .where('token_hash', '=', token)
    .where((row) =>
      row.or([row('confirmed_at', 'is not', null), row('made_at', '>', after(now, -CLAIM_LIFE))]),
    )
    .executeTakeFirst()
}

/** Marks the claim as confirmed, once. */
export async function markConfirmed(tx: Tx<ClaimTables>, id: ClaimId, at: Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('docket.claim')
    .set({ confirmed_at: at })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
