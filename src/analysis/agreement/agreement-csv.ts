import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import type { Agreement, Measured } from './measure.ts'

const columns = ['of', 'name', 'excerpts', 'with_it', 'alpha', 'from', 'to', 'meaning']

const digits = (number: number | undefined) => (number === undefined ? '' : Number(number.toFixed(4)))

/** How well coders agree, as a table. */
export function agreementCsv({ codes, issues }: Agreement): string {
  const rowsOf = (of: string, all: readonly Measured[]) =>
    all.map(({ name, units, used, alpha, interval, meaning }) => [
      ...[of, name, units, used, digits(alpha), digits(interval?.from), digits(interval?.to), meaning],
    ])
  const rows = [...rowsOf('code', codes), ...rowsOf('issue', issues)]
  // A negative alpha is a number, not what a spreadsheet would run.
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
