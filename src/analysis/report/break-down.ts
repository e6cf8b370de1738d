import { type BreakdownRow, countInto, noSums } from './analysis.ts'
import type { CodedColumn } from './coded-column.ts'
import type { Standings } from './standings.ts'

/** The comments by one fact, the most first; what nothing is said of comes last. */
export function breakDown(column: CodedColumn, standings: Standings): BreakdownRow[] {
  const rows = new Map<string | undefined, BreakdownRow>()
  const met = new Set<string>()
  for (let comment = 0; comment < column.length; comment += 1) {
    const value = column.at(comment)
    const row = rows.get(value) ?? { value, ...noSums() }
    rows.set(value, row)
    const campaign = standings.campaignOf(comment)
    const place = `${campaign} ${value}`
    countInto(row, standings.of(comment), campaign === 0 || !met.has(place))
    if (campaign > 0) met.add(place)
  }
  const last = ({ value }: BreakdownRow) => (value === undefined ? 1 : 0)
  return [...rows.values()].sort((a, b) => last(a) - last(b) || b.comments - a.comments)
}
