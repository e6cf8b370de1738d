import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import type { IssuesOfRequest, Ranking } from './read-issues.ts'

const columns = ['counted', 'of', 'rankings', 'issue', 'title', 'points', 'first_choices', 'ranked_by']

/** The counts as a table; a cell that a spreadsheet would run as a formula is made harmless. */
export function issuesCsv({ question, ranking, byGroup, byLevel }: IssuesOfRequest): string {
  const titles = new Map(question.issues.map(({ number, title }) => [number, title]))
  const rowsOf = (counted: string, of: string, { ballots, tallies }: Ranking) =>
    tallies.map(({ issue, points, first, ranked }) => [
      ...[counted, of, ballots, issue],
      ...[titles.get(issue) ?? '', points, first, ranked],
    ])
  const rows = [
    ...rowsOf('all', '', ranking),
    ...[...byGroup].flatMap(([name, one]) => rowsOf('stakeholder group', name, one)),
    ...[...byLevel].flatMap(([name, one]) => rowsOf('confirmation', name, one)),
  ]
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
