import { open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'

export type Cell = string | number | undefined

const AT_ONCE = 1000

const written = (rows: readonly (readonly Cell[])[]) =>
  stringify(rows as Cell[][], { cast: { string: harmlessCell }, record_delimiter: '\r\n' })

/** Writes a table as CSV, some rows at a time; a cell that a spreadsheet would run as a formula is made harmless. */
export async function writeTable(
  file: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.write(`\ufeff${written([columns])}`)
    let waiting: (readonly Cell[])[] = []
    for (const row of rows) {
      waiting.push(row)
      if (waiting.length < AT_ONCE) continue
      await handle.write(written(waiting))
      waiting = []
    }
    if (waiting.length > 0) await handle.write(written(waiting))
  } finally {
    await handle.close()
  }
}
