import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { TextsTables, VersionId } from '../../../texts/index.ts'
import type { ExcerptId } from '../model.ts'
import type { CodingTables } from '../tables.ts'

type Tables = CodingTables & PostedTables & TextsTables

/** An excerpt whose version the public does not read any more, and the version of the same text that it reads now. */
export interface Stranded {
  id: ExcerptId
  comment: CommentId
  process: ProcessId
  length: number
  digest: Buffer
  version: VersionId
  text: string
}

export async function listStranded(db: Db<Tables>, comments: readonly CommentId[]): Promise<Stranded[]> {
  if (comments.length === 0) return []
  const { rows } = await sql<Stranded>`
    select excerpt.id, excerpt.comment_id as comment, excerpt.process_id as process, excerpt.ends - excerpt.starts as length, excerpt.words_sha256 as digest,
      posted.version_id as version, posted.text
    from analysis.excerpt
    join texts.version as before on before.id = excerpt.version_id
    join docket.posted_text as posted on posted.comment_id = excerpt.comment_id
      and posted.of_kind = before.of_kind and posted.of_id = before.of_id and posted.version_id <> before.id
    where excerpt.comment_id = any(${comments}::uuid[])
    order by excerpt.id`.execute(db)
  return rows
}

/** Puts an excerpt onto the version that is read now; not where another one stands there. */
export async function moveExcerpt(
  tx: Tx<CodingTables>,
  id: ExcerptId,
  { version, starts, ends }: { version: VersionId; starts: number; ends: number },
): Promise<boolean> {
  const moved = await tx
    .updateTable('analysis.excerpt as excerpt')
    .set({ version_id: version, starts, ends, lost: false })
    .where('excerpt.id', '=', id)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('analysis.excerpt as other')
            .select('other.id')
            .where('other.version_id', '=', version)
            .where('other.starts', '=', starts)
            .where('other.ends', '=', ends),
        ),
      ),
    )
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Notes of the excerpts of these comments which of them stand in what the public reads now. */
export async function noteLost(tx: Tx<Tables>, comments: readonly CommentId[]): Promise<void> {
  await sql`
    update analysis.excerpt set lost = not lost where comment_id = any(${comments}::uuid[])
      and lost = exists (select from docket.posted_text as text
        where text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id)`.execute(tx)
}
