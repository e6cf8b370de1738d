import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import type { Ranking } from './model.ts'
import type { IssuesOfRequest } from './read-issues.ts'

const columns = ['counted', 'of', 'rankings', 'issue', 'title', 'points', 'first_choices', 'ranked_by']

/** The counts as a table; a cell that a spreadsheet would run as a formula is made harmless. */
export function issuesCsv({ question, rankings }: IssuesOfRequest): string {
  const titles = new Map(question.issues.map(({ number, title }) => [number, title]))
  const rowsOf = (counted: string, of: string, { ballots, tallies }: Ranking) =>
    tallies.map(({ issue, points, first, ranked }) => [
      ...[counted, of, ballots, issue],
      ...[titles.get(issue) ?? '', points, first, ranked],
    ])
  const rows = [
    ...rowsOf('all', '', rankings.all),
    ...[...rankings.byGroup].flatMap(([name, one]) => rowsOf('stakeholder group', name, one)),
    ...[...rankings.byLevel].flatMap(([name, one]) => rowsOf('confirmation', name, one)),
  ]
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
