import { stringify } from 'csv-stringify/sync'
import type { Db } from '../../platform/db/index.ts'
import type { WritePiece } from '../../platform/http/index.ts'
import type { Locale } from '../../platform/i18n/index.ts'
import { harmlessCell } from '../../platform/text/index.ts'
import { listColumns, listProblems } from './jobs/store.ts'
import type { ImportId, ImportTables } from './tables.ts'
import { wordedAsKept } from './words.ts'

const own = ['import_row', 'import_file', 'import_outcome', 'import_reason']

const line = (cells: readonly string[]) => stringify([cells.map(harmlessCell)], { record_delimiter: '\r\n' })

/** Each problem with its row as it came, so that the file can be mended and brought again; no cell is a formula. */
export async function writeProblems(
  db: Db<ImportTables>,
  id: ImportId,
  locale: Locale,
  write: WritePiece,
): Promise<void> {
  const columns = await listColumns(db, id)
  await write(line([...own, ...columns]))
  let behind = 0
  for (;;) {
    const problems = await listProblems(db, id, { behind })
    for (const { row, place = '', outcome, cells = {}, ...kept } of problems)
      await write(
        line([
          String(row),
          place,
          outcome,
          wordedAsKept(kept, locale),
          ...columns.map((name) => cells[name] ?? ''),
        ]),
      )
    const last = problems.at(-1)
    if (!last) return
    behind = last.position
  }
}
