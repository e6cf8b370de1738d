import { harmlessCell, originalCell } from '../../platform/text/index.ts'

/** What a Polis file holds; known by its columns, never by its name. */
export type PolisKind = 'votes' | 'participants' | 'comments' | 'summary'

/** A table as it stands in a file: every column and every cell of it, in its order. */
export interface PolisTable {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** What is wrong with a file, as a sentence that names the file, and the row where there is one (the first under the heading is 1). */
export class PolisProblem extends Error {}

export const problemIn = (file: string, row: number | undefined, sentence: string): PolisProblem =>
  new PolisProblem(row === undefined ? `${file}: ${sentence}` : `${file}, row ${row}: ${sentence}`)

/** The columns of a participants’ table that are no statements. */
export const aboutParticipants = new Set([
  ...['participant', 'participant-id', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'],
])
const summaryKeys = new Set([
  ...['topic', 'url', 'views', 'voters', 'voters-in-conv', 'commenters', 'comments', 'groups'],
  'conversation-description',
])

/** The first of several names that a column goes by; −1 where there is none. */
export const columnOf = (columns: readonly string[], ...names: string[]): number =>
  names.map((name) => columns.indexOf(name)).find((at) => at >= 0) ?? -1

export const namesOf = {
  participant: ['voter-id', 'participant-id', 'participant_id', 'participant', 'pid'],
  statement: ['comment-id', 'statement-id', 'statement_id', 'tid'],
  vote: ['vote'],
  time: ['timestamp', 'modified', 'created'],
  moderated: ['moderated', 'mod'],
  meta: ['is-meta', 'is_meta'],
  text: ['comment-body', 'txt', 'author-id'],
} as const

/** Which of the four a table is, by its columns (of a summary: its first line); nothing where it is none. */
export function kindOf(columns: readonly string[]): PolisKind | undefined {
  const has = (names: readonly string[]) => columnOf(columns, ...names) >= 0
  if (has(namesOf.vote) && has(namesOf.statement) && has(namesOf.participant)) return 'votes'
  if (has(namesOf.statement) && (has(namesOf.moderated) || has(namesOf.meta) || has(namesOf.text)))
    return 'comments'
  if (has(['participant', 'participant-id'])) return 'participants'
  return columns.length <= 2 && summaryKeys.has(columns[0] ?? '') ? 'summary' : undefined
}

const plainNumber = /^-?\d+(\.\d+)?$/

/** A cell that no spreadsheet runs; numbers stay numbers. */
export const safeCell = (cell: string): string => (plainNumber.test(cell) ? cell : harmlessCell(cell))

export const readCell = (cell: string): string => originalCell(cell)
