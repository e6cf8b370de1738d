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

/** Those of these rows that the docket has already, by any of their keys, with the hash of their words. */
export async function findImported(
  db: Db<ImportTables>,
  request: RequestId,
  sought: readonly KeyedRow[],
): Promise<Map<string, string>> {
  if (sought.length === 0) return new Map()
  const cells = sought.map(({ cellsKey }) => cellsKey)
  const keys = [...sought.flatMap(({ key, olderKey }) => [key, ...(olderKey ? [olderKey] : [])]), ...cells]
  const { rows } = await sql<{ key: string; cells_key: string | null; words_sha256: string }>`
    select key, cells_key, words_sha256 from docket.imported_row
    where request_id = ${request} and key = any(${keys}::text[])
    union
    select key, cells_key, words_sha256 from docket.imported_row
    where request_id = ${request} and cells_key = any(${cells}::text[])`.execute(db)
  return new Map(
    rows.flatMap(({ key, cells_key, words_sha256 }) =>
      [key, ...(cells_key ? [cells_key] : [])].map((one): [string, string] => [one, words_sha256]),
    ),
  )
}

/** Whether the docket has rows that go by what they went by once. */
export async function hasOlderKeys(db: Db<ImportTables>, request: RequestId): Promise<boolean> {
  const found = await db
    .selectFrom('docket.imported_row')
    .select('key')
    .where('request_id', '=', request)
    .where('key', '>=', 'row:')
    .where('key', '<', 'row;')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
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
  const rows = imported.map(({ row: { key, cellsKey, number, wordsHash, submission }, files, comment }) => ({
    request_id: request.id,
    key,
    cells_key: cellsKey === key ? null : cellsKey,
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
