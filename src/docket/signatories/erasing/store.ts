import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { SignatoryId } from '../../comments/signatories/model.ts'
import type { CommentTables } from '../../comments/tables.ts'

/** The signatures that this address was asked for. */
export async function findSignatureIds(db: Db<CommentTables>, email: string): Promise<SignatoryId[]> {
  const rows = await db
    .selectFrom('docket.signatory')
    .select('id')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('name', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes name, address and person off a signature; answers where its name stood, unless it was erased before. */
export async function blankSignature(tx: Tx<CommentTables>, id: SignatoryId, at: Instant) {
  return tx
    .updateTable('docket.signatory as one')
    .from('docket.comment as comment')
    .set({
      name: null,
      country: null,
      email: null,
      by_person: null,
      organisation: null,
      verification: 'none',
      token_hash: null,
      letter_due: false,
      reason: null,
      state: 'removed',
      answered_at: at,
    })
    .whereRef('comment.id', '=', 'one.comment_id')
    .where('one.id', '=', id)
    .where('one.name', 'is not', null)
    .returning(['one.position', 'one.in_leaf', 'comment.id as comment', 'comment.leaf_id as leaf'])
    .returning('comment.process_id as process')
    .executeTakeFirst()
}

export type InLeaf = Pick<NonNullable<Awaited<ReturnType<typeof blankSignature>>>, 'leaf' | 'position'>
