import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import { mentionOfAddress } from '../../platform/mail/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { ClaimId } from '../claims/model.ts'
import type { ClaimTables } from '../claims/tables.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { DatasetsTables } from '../dataset/tables.ts'
import type { ImportTables } from '../import/tables.ts'
import type { IntakeTables } from '../intake/tables.ts'
import type { IssueTables } from '../issues/tables.ts'

export type DocketTables = CommentTables &
  ClaimTables &
  IntakeTables &
  ImportTables &
  DatasetsTables &
  IssueTables
type Reading = Db<CommentTables & ClaimTables>
type Writing = Tx<DocketTables>

/** What is about to go with a comment. */
export async function listToErase(db: Reading, ids: readonly CommentId[]) {
  return db
    .selectFrom('docket.comment as comment')
    .select(['comment.id', 'comment.number', 'comment.process_id as process', 'comment.leaf_id as leaf'])
    .select('comment.request_id as request')
    .select((row) =>
      row
        .selectFrom('docket.attachment')
        .whereRef('comment_id', '=', 'comment.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('files'),
    )
    .where(sql<SqlBool>`comment.id = any(${ids}::uuid[])`)
    .where('comment.state', '<>', 'erased')
    .orderBy('comment.number')
    .execute()
}

/** What a comment is found by: its number, or the address it was sent with or that its imported row holds. */
export type SoughtBy = { number: string } | { email: string }

function seedsOf(by: SoughtBy): RawBuilder<unknown> {
  if ('number' in by) return sql`select id from docket.comment where number = ${by.number}`
  const email = by.email.toLowerCase()
  return sql`
    select comment_id from docket.particulars where lower(email) = ${email}
    union select comment_id from docket.imported_row
      where comment_id is not null and strpos(lower(rest::text), ${email}) > 0
        and exists (select from jsonb_each_text(rest) where value ~* ${mentionOfAddress(email)})`
}

/**
 * Comments that are not erased yet, each with the versions before and after it: a correction is of the same sender,
 * whatever it says of them. With `most`, those of the first so many and all their versions.
 */
export async function findCommentIds(db: Reading, by: SoughtBy, most?: number): Promise<CommentId[]> {
  const { rows } = await sql<{ id: CommentId }>`
    with recursive chain (id) as (
      select id from (
        select comment.id from docket.comment where id in (${seedsOf(by)}) and state <> 'erased'
        order by number limit ${most ?? null}::bigint) as seed
      union
      select near.id from chain, lateral (
        select later.superseded_by as id from docket.comment as later
        where later.id = chain.id and later.superseded_by is not null
        union all select earlier.id from docket.comment as earlier where earlier.superseded_by = chain.id) as near)
    select comment.id from chain join docket.comment on comment.id = chain.id
    where comment.state <> 'erased' order by comment.number`.execute(db)
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
}

/** Of what was counted and taken back again nothing is left to read, such as a language that one comment had. */
export async function foldCounts(tx: Writing, requests: readonly RequestId[]): Promise<void> {
  const kinds = sql`request_id, standing, confidential, named, verification, declared_group, language, country, channel`
  await sql`
    with gone as (delete from docket.tally where request_id = any(${requests}::uuid[]) returning *)
    insert into docket.tally (${kinds}, count)
    select ${kinds}, sum(count) from gone group by ${kinds} having sum(count) <> 0`.execute(tx)
}

export async function deleteClaims(tx: Writing, ids: readonly ClaimId[]): Promise<void> {
  await sql`delete from docket.claim where id = any(${ids}::uuid[])`.execute(tx)
}

/**
 * Every archive holds the whole log, so that none may be given out any more; answers their addresses. None that is
 * being made is kept until this transaction ends, and then it is found to be older.
 */
export async function deleteDatasets(tx: Writing): Promise<string[]> {
  await sql`lock table docket.dataset in share row exclusive mode`.execute(tx)
  const rows = await tx.deleteFrom('docket.dataset').returning('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
}
