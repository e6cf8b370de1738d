import type { Db, Tx } from '../../platform/db/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { ImportTables } from './tables.ts'

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
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map(({ key, words_sha256 }) => [key, words_sha256]))
}

export interface ImportedRow {
  row: KeyedRow
  comment: CommentId | null
}

export async function insertImported(
  tx: Tx<ImportTables>,
  request: RequestId,
  source: string,
  imported: readonly ImportedRow[],
): Promise<void> {
  if (imported.length === 0) return
  const rows = imported.map(({ row: { key, number, wordsHash, submission }, comment }) => ({
    request_id: request,
    key,
    comment_id: comment,
    source,
    row_number: number,
    kind: submission.kind,
    original_group: submission.originalGroup ?? null,
    attachments: JSON.stringify(submission.attachments),
    words_sha256: wordsHash,
    rest: JSON.stringify(submission.rest),
  }))
  await tx.insertInto('docket.imported_row').values(rows).execute()
}

export interface OriginalFacts {
  group: string | null
  attachments: string[]
}

/** What the file said about these comments that their pages may tell. */
export async function findOriginalFacts(
  db: Db<ImportTables>,
  comments: readonly string[],
): Promise<Map<string, OriginalFacts>> {
  const rows = await db
    .selectFrom('docket.imported_row')
    .select(['comment_id', 'original_group', 'attachments'])
    .where('comment_id', 'in', comments as readonly CommentId[])
    .execute()
  return new Map(
    rows.map(({ comment_id, original_group, attachments }) => [
      comment_id ?? '',
      { group: original_group, attachments },
    ]),
  )
}
