import type { Came, KeyedRow } from './keyed-row.ts'
import { type ImportCounts, noCounts, type Remark, type RowProblem } from './model.ts'
import { storableCells } from './storable.ts'
import type { Submission } from './understand.ts'
import { say } from './words.ts'

/** What becomes of some rows, as it is found out. */
export interface Tally {
  counts: ImportCounts
  problems: RowProblem[]
}

export const newTally = (): Tally => ({ counts: noCounts(), problems: [] })

export function fail(tally: Tally, row: Came, said: Remark): void {
  const { number, place, cells } = row
  tally.counts.failed += 1
  tally.problems.push({ row: number, place, outcome: 'failed', said, cells: storableCells(cells) })
}

/** So much is said of one row at most: it may name thousands of files that are not there. */
const MOST_SAID = 20

function bounded(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.length <= MOST_SAID) return remarks
  const said = remarks.slice(0, MOST_SAID - 1)
  return [...said, say('moreSaid', { count: remarks.length - said.length })]
}

/** The row itself is kept once, with the first thing that is said of it. */
export function warn(tally: Tally, row: Came, remarks: readonly Remark[]): void {
  const { number, place, cells } = row
  if (remarks.length === 0) return
  tally.counts.warned += 1
  for (const [at, said] of bounded(remarks).entries()) {
    const came = at === 0 ? storableCells(cells) : undefined
    tally.problems.push({ row: number, place, outcome: 'warning', said, cells: came })
  }
}

/** Whether anything was said at all; what is kept beside the comments need not say anything. */
export function isSaid({ kind, text, answers, attachments }: Submission): boolean {
  return kind !== 'submission' || text !== '' || answers.length > 0 || attachments.length > 0
}

/** Whether the docket has the row: by the id it came with, or as the same cells in whatever columns. */
export function isHere({ key, cellsKey, olderKey }: KeyedRow, known: ReadonlyMap<string, string>): boolean {
  return known.has(key) || known.has(cellsKey) || (olderKey !== undefined && known.has(olderKey))
}

/** An id that stands on the docket with other words; of a comment that was erased nothing is known but that it was here. */
function hasOtherWords(row: KeyedRow, known: ReadonlyMap<string, string>): boolean {
  const before = row.key === row.cellsKey ? undefined : known.get(row.key)
  return before !== undefined && before !== '' && before !== row.wordsHash && !known.has(row.cellsKey)
}

function judge(
  row: KeyedRow,
  known: ReadonlyMap<string, string>,
): 'other-words' | 'here' | 'no-words' | 'new' {
  if (hasOtherWords(row, known)) return 'other-words'
  if (isHere(row, known)) return 'here'
  return isSaid(row.submission) ? 'new' : 'no-words'
}

/** Tells new rows from those the docket has; an id that comes back with other words is named, never merged. */
export function sift(rows: readonly KeyedRow[], known: Map<string, string>, tally: Tally): KeyedRow[] {
  return rows.filter((row) => {
    const found = judge(row, known)
    if (found === 'here') tally.counts.skipped += 1
    if (found === 'no-words') fail(tally, row, say('noWords'))
    if (found === 'other-words')
      fail(tally, row, say('otherWords', { key: row.submission.originalId ?? row.key }))
    if (found !== 'new') return false
    known.set(row.key, row.wordsHash).set(row.cellsKey, row.wordsHash)
    return true
  })
}
