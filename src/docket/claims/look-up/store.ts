import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { after, type Instant } from '../../../platform/time.ts'
import type { SignatoryId } from '../../comments/signatories/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ClaimTables } from '../tables.ts'
import { LOOK_UP } from './model.ts'

/** Notes that somebody asks; answers no where they, or too many others, just asked the same. */
export async function noteAsking(
  tx: Tx<ClaimTables>,
  { from, address }: { from: Buffer; address: Buffer },
  now: Instant,
): Promise<boolean> {
  await tx.deleteFrom('docket.look_up').where('asked_at', '<=', after(now, -LOOK_UP.every)).execute()
  const { count } = await tx
    .selectFrom('docket.look_up')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  if (count >= LOOK_UP.inAll) return false
  const noted = await tx
    .insertInto('docket.look_up')
    .values({ asked_from: from, address, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return noted.numInsertedOrUpdatedRows === 1n
}

export async function deleteAsked(tx: Tx<ClaimTables>, address: Buffer, now: Instant): Promise<void> {
  await tx
    .deleteFrom('docket.look_up')
    .where((row) => row.or([row('address', '=', address), row('asked_at', '<=', after(now, -LOOK_UP.every))]))
    .execute()
}

/** What was sent with this address: numbers, dates and how each stands, and no word of it. */
export async function listSentWith(tx: Tx<CommentTables>, address: string, limit: number) {
  return tx
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.number', 'comment.request_id as request', 'comment.received_at as receivedAt'])
    .select(['comment.state', 'comment.withdrawn_at as withdrawnAt'])
    .select([
      sql<boolean>`comment.superseded_by is not null`.as('superseded'),
      sql<number>`count(*) over ()`.as('all'),
    ])
    .where(sql<string>`lower(sender.email)`, '=', address)
    .where('sender.email', 'is not', null)
    .orderBy('comment.received_at')
    .limit(limit)
    .execute()
}

/** Where this address is named for an organisation that signs with the sender, as far as its name is in use. */
export async function listNamedWith(tx: Tx<CommentTables>, address: string, limit: number) {
  return tx
    .selectFrom('docket.signatory as signatory')
    .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
    .select(['signatory.id', 'signatory.name', 'signatory.state'])
    .select(['comment.number', 'comment.request_id as request'])
    .select(sql<number>`count(*) over ()`.as('all'))
    .where(sql<string>`lower(signatory.email)`, '=', address)
    .where('signatory.name', 'is not', null)
    .where('signatory.state', 'in', ['named', 'confirmed', 'withheld'])
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.superseded_by', 'is', null)
    .where('comment.state', '<>', 'erased')
    .orderBy('signatory.added_at')
    .limit(limit)
    .execute()
}

/** A new link takes the place of the one that a signature had. */
export async function setLink(tx: Tx<CommentTables>, id: SignatoryId, token_hash: Buffer): Promise<void> {
  await tx.updateTable('docket.signatory').set({ token_hash }).where('id', '=', id).execute()
}
