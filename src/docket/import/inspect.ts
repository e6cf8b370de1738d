import { type Columns, columnsOf, type Field } from './columns.ts'
import type { Row, UnreadRow } from './model.ts'
import { unwrapOwn } from './own-export.ts'
import type { Source } from './sources/open-source.ts'

export type ColumnRefusal =
  | { refused: 'no-text-column'; columns: string[] }
  | { refused: 'no-such-column'; column: string }

/** The first rows of a source, and the columns they have. */
export interface Glance {
  rows: (Row | UnreadRow)[]
  columns: string[]
}

const LOOKED_AT = 20

/** Reads the first rows; columns of our own making are not among those that are shown. */
export async function glance(source: Source): Promise<Glance> {
  const rows: (Row | UnreadRow)[] = []
  for await (const row of source.rows()) {
    rows.push('failed' in row ? row : { ...row, cells: unwrapOwn(row).cells })
    if (rows.length === LOOKED_AT) break
  }
  const names = rows.flatMap((row) => ('failed' in row ? [] : [...row.cells.keys()]))
  return { rows, columns: [...new Set(names)] }
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
