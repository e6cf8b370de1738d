import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { CodingTables } from '../tables.ts'

/** Deletes the excerpts of these comments, with every coding of them, and who or which program read them. */
export async function deleteCoded(tx: Tx<CodingTables>, comments: readonly CommentId[]): Promise<void> {
  await sql`delete from analysis.excerpt where comment_id = any(${comments}::uuid[])`.execute(tx)
  await sql`delete from analysis.program_read where comment_id = any(${comments}::uuid[])`.execute(tx)
  await sql`delete from analysis.reading where comment_id = any(${comments}::uuid[])`.execute(tx)
}
