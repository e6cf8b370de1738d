import { parse } from 'csv-parse/sync'
import { cleanText, originalCell } from '../../platform/text/index.ts'
import type { CodeWording } from './model.ts'

/** A row of a pasted list; its line is that in which it begins. */
export interface ListedRow extends CodeWording {
  row: number
  parent: string
  /** More cells than a code has. */
  tooMany: boolean
}

const columns = ['name', 'definition', 'example', 'parent'] as const
type Column = (typeof columns)[number]

const headings: Readonly<Record<string, Column>> = {
  ...{ name: 'name', code: 'name', theme: 'name', nom: 'name', thème: 'name' },
  ...{ definition: 'definition', définition: 'definition', description: 'definition' },
  ...{ example: 'example', exemple: 'example' },
  ...{ parent: 'parent', 'parent code': 'parent', 'code parent': 'parent', below: 'parent' },
}

/** A list copied from a spreadsheet has tabs; a file has commas or semicolons: whichever its first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  const count = (sign: string) => first.split(sign).length
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

const tidy = (cell: string) => originalCell(cell).trim()

interface Parsed {
  record: string[]
  info: { lines: number }
}

function headingsIn(first: Parsed | undefined): (Column | undefined)[] | undefined {
  const found = first?.record.map((cell) => headings[cell.trim().toLowerCase()])
  return found?.includes('name') ? found : undefined
}

function rowOf({ record, info }: Parsed, order: readonly (Column | undefined)[], known: boolean): ListedRow {
  const cell = (column: Column) => tidy(record[order.indexOf(column)] ?? '')
  const tooMany = !known && record.slice(columns.length).some((extra) => extra.trim() !== '')
  const [name, definition, example, parent] = [
    cell('name'),
    cell('definition'),
    cell('example'),
    cell('parent'),
  ]
  return { row: info.lines, name, definition, example, parent, tooMany }
}

/** Reads a codebook that was pasted: with a heading in any order, or name, definition, example, parent. */
export function readList(pasted: string): readonly ListedRow[] {
  const { text } = cleanText(pasted)
  const parsed = parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as unknown as Parsed[]
  const found = headingsIn(parsed[0])
  const rows = found ? parsed.slice(1) : parsed
  return rows
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map((one) => rowOf(one, found ?? columns, found !== undefined))
}
