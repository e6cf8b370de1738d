import { stringify } from 'csv-stringify/sync'
import type { Judged } from './model.ts'

const columns = ['finding', 'kind', 'flagged', 'participant']

/** Who is in which finding, by the numbers under which the table of votes calls them. */
export function defenceCsv(findings: readonly Judged[]): string {
  const rows = findings.flatMap(({ kind, flagged, people }, at) =>
    people.map((participant) => [at + 1, kind, flagged ? 'yes' : 'no', participant]),
  )
  return stringify(rows, { header: true, columns, bom: true })
}
