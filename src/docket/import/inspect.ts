import { type Columns, columnsOf, type Field } from './columns.ts'
import type { Remark, Row, UnreadRow } from './model.ts'
import { unwrapOwn } from './own-export.ts'
import type { Source } from './sources/open-source.ts'
import { say } from './words.ts'

export type ColumnRefusal =
  | { refused: 'no-text-column'; columns: string[] }
  | { refused: 'no-such-column'; column: string }

/** The first rows of a source, and the columns they have. */
export interface Glance {
  rows: (Row | UnreadRow)[]
  columns: string[]
}

/** The same as it is kept: cells in their order. */
export interface KeptGlance {
  rows: (UnreadRow | (Omit<Row, 'cells'> & { cells: [string, string][] }))[]
  columns: string[]
}

const LOOKED_AT = 20
/** Rows are read to be shown, and shown they are short; a novel in each would make a page of them. */
const MOST_LETTERS = 500_000

/** Reads the first rows; columns of our own making are not among those that are shown. */
export async function glance(source: Source): Promise<Glance> {
  const rows: (Row | UnreadRow)[] = []
  let letters = 0
  for await (const row of source.rows()) {
    rows.push('failed' in row ? row : { ...row, cells: unwrapOwn(row).cells })
    letters += 'failed' in row ? 0 : [...row.cells.values()].reduce((sum, cell) => sum + cell.length, 0)
    if (rows.length === LOOKED_AT || letters > MOST_LETTERS) break
  }
  const names = rows.flatMap((row) => ('failed' in row ? [] : [...row.cells.keys()]))
  return { rows, columns: [...new Set(names)] }
}

export const keptGlance = ({ rows, columns }: Glance): KeptGlance => ({
  columns,
  rows: rows.map((row) => ('failed' in row ? row : { ...row, cells: [...row.cells] })),
})

export const glanceOf = ({ rows, columns }: KeptGlance): Glance => ({
  columns,
  rows: rows.map((row) =>
    'failed' in row
      ? { ...row, failed: remarkOf(row.failed) }
      : { ...row, cells: new Map(row.cells), warnings: row.warnings.map(remarkOf) },
  ),
})

/** Glances were once kept with their remarks in English. */
const remarkOf = (kept: Remark | string): Remark =>
  typeof kept === 'string' ? say('asKept', { kept }) : kept

/** Rows of an API, or of our own export, say themselves what each of their cells means. */
export function speaksForItself({ columns }: Glance): boolean {
  return columns.length === 0 || columns.some((name) => name.startsWith('\0'))
}

const LONG = 25

/** What each column seems to mean: by its header, and where none is the text, by where most is said. */
export function propose({ rows, columns }: Glance): Columns {
  const found = columnsOf(columns, new Map())
  if (saysSomething(found)) return found
  const taken = new Set(found.values())
  const lengths = columns.map((name) => ({ name, length: usualLength(rows, name) }))
  const [longest] = lengths
    .filter(({ name, length }) => length >= LONG && !taken.has(name))
    .toSorted((a, b) => b.length - a.length)
  return longest ? new Map([...found, ['text', longest.name]]) : found
}

function usualLength(rows: Glance['rows'], name: string): number {
  const all = rows.flatMap((row) => ('failed' in row ? [] : [(row.cells.get(name) ?? '').length]))
  return all.reduce((sum, length) => sum + length, 0) / Math.max(1, all.length)
}

/** Whether these columns say where the words are; rows that are no rows at all are told one by one. */
export function columnRefusal({ columns }: Glance, told: Columns): ColumnRefusal | undefined {
  if (columns.length === 0) return undefined
  const missing = [...told.values()].find((column) => !columns.includes(column))
  if (missing !== undefined) return { refused: 'no-such-column', column: missing }
  return saysSomething(columnsOf(columns, told))
    ? undefined
    : { refused: 'no-text-column', columns: columns.slice(0, 20) }
}

/** Words, files, or an answer to a question: without any of them there is no comment. */
export function saysSomething(columns: Columns): boolean {
  const words: Field[] = ['text', 'attachments', 'answers']
  return [...columns.keys()].some((field) => words.includes(field) || field.startsWith('question-'))
}
