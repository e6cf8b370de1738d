import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { mentionOfAddress } from '../../../platform/mail/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { KeptGlance } from '../../import/inspect.ts'
import type { ImportId, ImportTables } from '../../import/tables.ts'

type Writing = Tx<ImportTables>

/**
 * Of an imported row only its key stays, so that the same file does not bring the comment back. What was told of the
 * row goes, and of rows that came with the same id and other words.
 */
export async function forgetImported(tx: Writing, id: CommentId): Promise<void> {
  await sql`delete from docket.import_problem using docket.import, docket.imported_row as row
    where import.id = import_id and row.comment_id = ${id} and import.request_id = row.request_id
      and (import.source = row.source and import_problem.row_number = row.row_number
        or exists (select from jsonb_each_text(cells) where value = row.key))`.execute(tx)
  await tx
    .updateTable('docket.imported_row')
    .set({ original_group: null, attachments: '[]', words_sha256: '', rest: '{}' })
    .where('comment_id', '=', id)
    .execute()
}

/** Rows that were told as failed or odd, and in which this address stands. */
export async function findImportRowIds(db: Db<ImportTables>, address: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from docket.import_problem
    where reason ~* ${mentionOfAddress(address)} or strpos(lower(cells::text), ${address}) > 0
      and exists (select from jsonb_each_text(cells) where value ~* ${mentionOfAddress(address)})
    order by position`.execute(db)
  return rows.map(({ id }) => id)
}

export async function deleteImportRows(tx: Writing, ids: readonly string[]): Promise<void> {
  await sql`delete from docket.import_problem where id = any(${ids}::uuid[])`.execute(tx)
}

/** How many files are still to be brought in: nobody knows yet whose rows they hold. */
export async function countUnfinishedImports(db: Db<ImportTables>): Promise<number> {
  const { count } = await db
    .selectFrom('docket.import')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', 'in', ['proposed', 'waiting', 'running'])
    .executeTakeFirstOrThrow()
  return count
}

/** Empties the cells of rows in which this address stands, in what is kept of files that were only looked at yet. */
export async function emptyGlances(tx: Writing, address: string): Promise<void> {
  const { rows } = await sql<{ id: ImportId; glance: KeptGlance }>`
    select id, glance from docket.import where strpos(lower(glance::text), ${address}) > 0 for update`.execute(
    tx,
  )
  const mention = new RegExp(mentionOfAddress(address), 'i')
  for (const { id, glance } of rows)
    await tx
      .updateTable('docket.import')
      .set({ glance: JSON.stringify(without(glance, mention)) })
      .where('id', '=', id)
      .execute()
}

const without = ({ columns, rows }: KeptGlance, mention: RegExp): KeptGlance => ({
  columns,
  rows: rows.map((row) =>
    'cells' in row && row.cells.some(([, said]) => mention.test(said))
      ? { ...row, cells: row.cells.map(([name]): [string, string] => [name, '']) }
      : row,
  ),
})
