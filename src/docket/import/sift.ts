import type { KeyedRow } from './keyed-row.ts'
import { type ImportCounts, noCounts, type RowProblem } from './model.ts'
import { storableCells } from './storable.ts'
import { say } from './words.ts'

/** What becomes of some rows, as it is found out. */
export interface Tally {
  counts: ImportCounts
  problems: RowProblem[]
}

export const newTally = (): Tally => ({ counts: noCounts(), problems: [] })

export function fail(tally: Tally, row: KeyedRow, reason: string): void {
  const { number, place, cells } = row
  tally.counts.failed += 1
  tally.problems.push({ row: number, place, outcome: 'failed', reason, cells: storableCells(cells) })
}

export function warn(tally: Tally, row: KeyedRow, reasons: readonly string[]): void {
  const { number, place, cells } = row
  if (reasons.length === 0) return
  tally.counts.warned += 1
  const came = storableCells(cells)
  for (const reason of reasons)
    tally.problems.push({ row: number, place, outcome: 'warning', reason, cells: came })
}

/** Whether anything was said at all; what is kept beside the comments need not say anything. */
function isSaid({ submission: { kind, text, answers, attachments } }: KeyedRow): boolean {
  return kind !== 'submission' || text !== '' || answers.length > 0 || attachments.length > 0
}

/** Tells new rows from those the docket has; an id that comes back with other words is named, never merged. */
export function sift(rows: readonly KeyedRow[], known: Map<string, string>, tally: Tally): KeyedRow[] {
  return rows.filter((row) => {
    const before = known.get(row.key)
    // Of a comment that was erased nothing is known but that it was here.
    if (before === row.wordsHash || before === '') tally.counts.skipped += 1
    else if (before !== undefined)
      fail(tally, row, say('otherWords', { key: row.submission.originalId ?? row.key }))
    else if (!isSaid(row)) fail(tally, row, say('noWords'))
    else known.set(row.key, row.wordsHash)
    return before === undefined && isSaid(row)
  })
}
