import { sql } from 'kysely'
import { type Db, insertRows, type Tx } from '../../platform/db/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { Destination } from './arrival-of-row.ts'
import type { KeyedRow } from './keyed-row.ts'
import { storableCells } from './storable.ts'
import type { ImportTables } from './tables.ts'
import type { RowFiles } from './take-files.ts'

/** The rows of these keys that the docket has already, with the hash of their words. */
export async function findImported(
  db: Db<ImportTables>,
  request: RequestId,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.imported_row')
    .select(['key', 'words_sha256'])
    .where('request_id', '=', request)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .execute()
  return new Map(rows.map(({ key, words_sha256 }) => [key, words_sha256]))
}

export interface ImportedRow {
  row: KeyedRow
  files: Pick<RowFiles, 'missing'>
  comment: CommentId | null
}

export async function insertImported(
  tx: Tx<ImportTables>,
  { request, source }: Pick<Destination, 'request' | 'source'>,
  imported: readonly ImportedRow[],
): Promise<void> {
  const rows = imported.map(({ row: { key, number, wordsHash, submission }, files, comment }) => ({
    request_id: request.id,
    key,
    comment_id: comment,
    source,
    row_number: number,
    kind: submission.kind,
    original_group: submission.originalGroup ?? null,
    attachments: files.missing,
    words_sha256: wordsHash,
    rest: storableCells(Object.entries(submission.rest)),
  }))
  await insertRows(tx, { 'docket.imported_row': rows })
}

export interface OriginalFacts {
  group: string | undefined
  attachments: string[]
  /** Whether its sender, and so the names of files, may be shown. */
  named: boolean
}

/** What the file said about those of these comments that are posted. */
export async function findOriginalFacts(
  db: Db<ImportTables & CommentTables>,
  comments: readonly CommentId[],
): Promise<Map<CommentId, OriginalFacts>> {
  if (comments.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.imported_row as row')
    .innerJoin('docket.comment as comment', 'comment.id', 'row.comment_id')
    .select(['comment.id', 'comment.named', 'row.original_group', 'row.attachments'])
    .where('comment.id', 'in', comments)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.confidential', '=', false)
    .execute()
  return new Map(
    rows.map(({ id, named, original_group, attachments }) => [
      id,
      { named, attachments, group: original_group ?? undefined },
    ]),
  )
}
