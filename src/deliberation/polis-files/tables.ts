import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { kindOf, type PolisKind, type PolisTable, safeCell } from './model.ts'
import { openTable } from './open-table.ts'

/** A whole table, every column and cell of it, to be given back as it came. */
export async function readTable(file: string): Promise<PolisTable> {
  const { columns, rows } = await openTable(file)
  const cells: (readonly string[])[] = []
  for await (const row of rows) cells.push(row.cells)
  return { columns, rows: cells }
}

/** The tables of an export folder by what they hold, whatever their files are called. */
export async function readTables(folder: string): Promise<Map<PolisKind, PolisTable>> {
  const tables = new Map<PolisKind, PolisTable>()
  for (const name of (await readdir(folder)).filter((one) => /\.csv$/i.test(one)).sort()) {
    const table = await readTable(join(folder, name))
    const kind = kindOf(table.columns)
    if (kind) tables.set(kind, table)
  }
  return tables
}

/** The table in CSV; a cell that a spreadsheet would run as a formula is made harmless, and is itself again when read here. */
export const writeTable = ({ columns, rows }: PolisTable): string =>
  stringify([columns.map(safeCell), ...rows.map((cells) => cells.map(safeCell))])

/** What Polis calls the files. */
export const fileNames: Record<PolisKind, string> = {
  comments: 'comments.csv',
  votes: 'votes.csv',
  participants: 'participants-votes.csv',
  summary: 'summary.csv',
}
