import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import { letterOf, type OpinionVersion } from './model.ts'

const columns = ['statement', 'text', 'group', 'agree', 'disagree', 'pass', 'voted', 'map_version']

/** How everybody and each group voted on each statement that is posted. */
export function opinionsCsv(
  { all, groups, version }: OpinionVersion,
  texts: ReadonlyMap<number, string>,
): string {
  const kinds = [
    { name: 'all', votes: all },
    ...groups.map(({ votes }, group) => ({ name: letterOf(group), votes })),
  ]
  const rows = kinds.flatMap(({ name, votes }) =>
    votes
      .filter(({ statement }) => texts.has(statement))
      .map(({ statement, agree, disagree, seen }) => [
        ...[statement, texts.get(statement), name, agree, disagree],
        ...[seen - agree - disagree, seen, version],
      ]),
  )
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
