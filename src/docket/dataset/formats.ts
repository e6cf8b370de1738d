import type { WritePiece } from '../../platform/http/index.ts'
import { columnsFor } from './columns.ts'
import { csvLine } from './csv.ts'
import type { Scope } from './model.ts'
import { regulationsColumns, regulationsRow } from './regulations-gov.ts'
import type { Row } from './rows.ts'

interface Format {
  mediaType: string
  /** What stands before all rows. */
  head(scope: Scope): string
  line(scope: Scope): (row: Row) => string
}

const csv = 'text/csv; charset=utf-8; header=present'

/** The files in which comments are offered, by their name. */
export const formats: Readonly<Record<'comments.jsonl' | 'comments.csv' | 'regulations-gov.csv', Format>> = {
  'comments.jsonl': {
    mediaType: 'application/x-ndjson',
    head: () => '',
    line:
      ({ whole }) =>
      ({ body, request: { docket } }) =>
        `${JSON.stringify(whole ? { docket, ...body } : body)}\n`,
  },
  'comments.csv': {
    mediaType: csv,
    head: (scope) => csvLine(columnsFor(scope).map(({ name }) => name)),
    line(scope) {
      const columns = columnsFor(scope)
      return (row) => csvLine(columns.map(({ cell }) => cell(row)))
    },
  },
  'regulations-gov.csv': {
    mediaType: csv,
    head: () => csvLine(regulationsColumns),
    line:
      ({ process }) =>
      ({ body, request }) =>
        csvLine(regulationsRow(body, request, process)),
  },
}

export type FormatName = keyof typeof formats

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name)

/** Writes one of these files whole, row by row as they come. */
export async function writeTable(
  write: WritePiece,
  format: FormatName,
  scope: Scope,
  rows: AsyncIterable<Row>,
): Promise<void> {
  const { head, line } = formats[format]
  const lineOf = line(scope)
  await write(head(scope))
  for await (const row of rows) await write(lineOf(row))
}
