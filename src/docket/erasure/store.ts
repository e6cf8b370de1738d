import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { ClaimId } from '../claims/model.ts'
import type { ClaimTables } from '../claims/tables.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { DatasetsTables } from '../dataset/tables.ts'
import type { ImportTables } from '../import/tables.ts'
import type { IntakeTables } from '../intake/tables.ts'

export type DocketTables = CommentTables & ClaimTables & IntakeTables & ImportTables & DatasetsTables
type Reading = Db<CommentTables & ClaimTables>
type Writing = Tx<DocketTables>

/** What is about to go with a comment. */
export async function listToErase(db: Reading, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.id', 'comment.number', 'comment.process_id as process', 'comment.leaf_id as leaf'])
    .select(['sender.name', 'sender.email'])
    .select((row) =>
      row
        .selectFrom('docket.attachment')
        .whereRef('comment_id', '=', 'comment.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('files'),
    )
    .where('comment.id', 'in', ids)
    .where('comment.state', '<>', 'erased')
    .orderBy('comment.number')
    .execute()
}

export async function findCommentIds(
  db: Reading,
  by: { number: string } | { email: string },
): Promise<CommentId[]> {
  const rows = await db
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select('comment.id')
    .where('comment.state', '<>', 'erased')
    .where((row) =>
      'number' in by
        ? row('comment.number', '=', by.number)
        : row(row.fn<string>('lower', ['sender.email']), '=', by.email.toLowerCase()),
    )
    .execute()
  return rows.map(({ id }) => id)
}

export async function findClaimIds(db: Reading, email: string): Promise<ClaimId[]> {
  const rows = await db
    .selectFrom('docket.claim')
    .select('id')
    .where((row) => row(row.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .execute()
  return rows.map(({ id }) => id)
}

/** Held until the transaction ends, so that nobody posts or replaces it meanwhile; answers whether it was there. */
export async function markErased(tx: Writing, id: CommentId): Promise<boolean> {
  const marked = await tx
    .updateTable('docket.comment')
    .set({
      state: 'erased',
      language: 'und',
      declared_group: 'not-stated',
      assigned_group: null,
      country: null,
      named: false,
      verification: 'none',
      key_hash: null,
      idempotency_key: `erased ${id}`,
      original_id: null,
      original_source: null,
    })
    .where('id', '=', id)
    .where('state', '<>', 'erased')
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}

/** The ids of the comment's texts, and the addresses of its files. */
export async function listParts(tx: Writing, comment: CommentId) {
  const answers = await tx
    .selectFrom('docket.answer')
    .select('id')
    .where('comment_id', '=', comment)
    .execute()
  const attachments = await tx
    .selectFrom('docket.attachment')
    .select(['id', 'sha256'])
    .where('comment_id', '=', comment)
    .execute()
  return { answers, attachments }
}

/** Takes out of every table of the docket what came with the comment. */
export async function deleteOfComment(tx: Writing, id: CommentId): Promise<void> {
  await tx.deleteFrom('docket.interest').where('comment_id', '=', id).execute()
  await tx.deleteFrom('docket.signatory').where('comment_id', '=', id).execute()
  await tx
    .updateTable('docket.particulars')
    .set({ name: null, email: null, organisation: null, capacity: null })
    .where('comment_id', '=', id)
    .execute()
  await tx.deleteFrom('docket.answer').where('comment_id', '=', id).execute()
  await tx.deleteFrom('docket.attachment').where('comment_id', '=', id).execute()
  await sql`delete from docket.vouched where comment_id = ${id}`.execute(tx)
  await tx.deleteFrom('docket.confirmation_link').where('comment_id', '=', id).execute()
  await tx.deleteFrom('docket.draft').where('comment_id', '=', id).execute()
  await tx.deleteFrom('docket.claimed').where('comment_id', '=', id).execute()
  await sql`delete from docket.claim
    where not exists (select from docket.claimed where claimed.claim_id = claim.id)`.execute(tx)
  await forgetImported(tx, id)
}

/** Of an imported row only its key stays, so that the same file does not bring the comment back. */
async function forgetImported(tx: Writing, id: CommentId): Promise<void> {
  await sql`delete from docket.import_problem using docket.import, docket.imported_row as row
    where import.id = import_id and row.comment_id = ${id} and import.request_id = row.request_id
      and import.source = row.source and import_problem.row_number = row.row_number`.execute(tx)
  await sql`update docket.import set glance = null from docket.imported_row as row
    where row.comment_id = ${id} and import.request_id = row.request_id and import.source = row.source
      and import.state in ('done', 'left')`.execute(tx)
  await tx
    .updateTable('docket.imported_row')
    .set({ original_group: null, attachments: '[]', words_sha256: '', rest: '{}' })
    .where('comment_id', '=', id)
    .execute()
}

export async function deleteClaims(tx: Writing, ids: readonly ClaimId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('docket.claim').where('id', 'in', ids).execute()
}

/** Every archive holds the whole log, so that none may be given out any more; answers their addresses. */
export async function deleteDatasets(tx: Writing): Promise<string[]> {
  const rows = await tx.deleteFrom('docket.dataset').returning('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
}
