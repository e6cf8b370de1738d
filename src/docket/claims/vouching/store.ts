import { sql } from 'kysely'
import type { OrganisationId, ParticipantsTables, PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ClaimTables } from '../tables.ts'

/** Those of these comments shown in the name of one of these organisations, however it is spelt, and not confirmed. */
export async function listUnvouched(
  db: Db<CommentTables & ParticipantsTables>,
  ids: readonly CommentId[],
  organisations: readonly OrganisationId[],
) {
  if (ids.length === 0 || organisations.length === 0) return []
  return db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .innerJoin('participants.organisation_name as known', (join) =>
      join.on('known.plain', '=', sql<string>`participants.plain_name(sender.organisation)`),
    )
    .select(['comment.id', 'comment.number', 'comment.process_id as process', 'known.organisation'])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.verification', '!=', 'organisation')
    .where('known.organisation', 'in', organisations)
    .execute()
}

/** The organisation stands behind the comment while it is shown in its name; answers whether that was new. */
export async function markVouched(
  tx: Tx<CommentTables & ClaimTables>,
  id: CommentId,
  { organisation, by, at }: { organisation: OrganisationId; by: PersonId; at: Instant },
): Promise<boolean> {
  const marked = await tx
    .updateTable('docket.comment')
    .set({ verification: 'organisation' })
    .where('id', '=', id)
    .where('state', '=', 'posted')
    .where('withdrawn_at', 'is', null)
    .where('named', '=', true)
    .where('verification', '!=', 'organisation')
    .executeTakeFirst()
  if (marked.numUpdatedRows !== 1n) return false
  const vouched = { organisation, by_person: by, at }
  await tx
    .insertInto('docket.vouched')
    .values({ comment_id: id, ...vouched })
    .onConflict((conflict) => conflict.column('comment_id').doUpdateSet(vouched))
    .execute()
  return true
}
