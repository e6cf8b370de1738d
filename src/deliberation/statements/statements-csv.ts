import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import type { Process } from '../../processes/index.ts'
import type { Worded } from './read-statements.ts'

const columns = ['statement', 'text', 'origin', 'source', 'issue', 'at', 'replaces', 'replaced_by', 'sha256']

/** What is posted, as a table; a cell that a spreadsheet would run as a formula is made harmless. */
export function statementsCsv({ issues }: Process, statements: readonly Worded[]): string {
  const rows = statements.map((one) => [
    ...[one.number, one.text, one.origin, one.source ?? ''],
    issues.find(({ id }) => id === one.issue)?.number ?? '',
    ...[one.at.toISOString(), one.replaces ?? '', one.replacedBy ?? '', one.textSha256],
  ])
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
