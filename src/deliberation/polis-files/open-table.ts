import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { PolisProblem, problemIn, readCell } from './model.ts'

/** A row of a table: its number (the first under the heading is 1) and its cells. */
export interface PolisRow {
  row: number
  cells: readonly string[]
}

export interface OpenTable {
  columns: readonly string[]
  rows: AsyncIterable<PolisRow>
}

async function* cellsOf(file: string): AsyncGenerator<string[]> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true })
  const source = createReadStream(file)
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of source.pipe(parser)) yield record as string[]
  } catch (error) {
    if (error instanceof PolisProblem) throw error
    throw problemIn(file, undefined, `This is no table in CSV (${(error as Error).message}).`)
  } finally {
    source.destroy()
  }
}

async function* numbered(records: AsyncIterable<string[]>): AsyncGenerator<PolisRow> {
  let row = 0
  for await (const cells of records) {
    row += 1
    yield { row, cells: cells.map(readCell) }
  }
}

/** Opens a table in CSV: its heading at once, its rows as they are asked for. */
export async function openTable(file: string): Promise<OpenTable> {
  const records = cellsOf(file)
  const heading = await records.next()
  if (heading.done) throw problemIn(file, undefined, 'The file is empty.')
  return { columns: heading.value.map((name) => name.trim()), rows: numbered(records) }
}
