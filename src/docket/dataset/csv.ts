import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'

/** One line of a table that spreadsheets and programs read alike: RFC 4180, no cell a formula. */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(harmlessCell)], { record_delimiter: '\r\n' })
}

/** Tells spreadsheets of one maker that the file is UTF-8; everyone else reads it without. */
export const byteOrderMark = '\ufeff'
