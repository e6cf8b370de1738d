/** Something said about a row: a key of the words, and the values that stand in them. */
export interface Remark {
  key: string
  values: Readonly<Record<string, string | number>>
}

/** One row of a file as it was read: cells by column name, never yet understood. */
export interface Row {
  row: number
  /** The file it stood in, where several were brought together. */
  place?: string | undefined
  cells: ReadonlyMap<string, string>
  /** What was odd about the row while reading it. */
  warnings: readonly Remark[]
}

/** A row that could not even be read, or that is nothing to import; its words are kept for the report. */
export interface UnreadRow {
  row: number
  place?: string | undefined
  failed: Remark
}

/** Something to be said about a row, or about a file that no row names (row 0). */
export interface RowProblem {
  row: number
  place?: string | undefined
  outcome: 'warning' | 'failed'
  said: Remark
  /** The row as it came, so that it can be mended and brought again. */
  cells?: Readonly<Record<string, string>> | undefined
}

const counted = [
  'read',
  'imported',
  'skipped',
  'dockets',
  'documents',
  'notices',
  'warned',
  'failed',
  'files',
  'filesMissing',
  'strayFiles',
] as const

/**
 * What became of a file. Every row read is imported, skipped because it is here already, a docket, a document or a
 * notice kept beside, or failed; `warned` counts those imported with a warning, `files` the attachments that came along.
 */
export type ImportCounts = Record<(typeof counted)[number], number>

export function noCounts(): ImportCounts {
  return Object.fromEntries(counted.map((one) => [one, 0])) as ImportCounts
}

export function addCounts(one: ImportCounts, other: ImportCounts): ImportCounts {
  return Object.fromEntries(counted.map((name) => [name, one[name] + other[name]])) as ImportCounts
}

/** What a row can be: a comment, or something of the docket that is kept beside its comments. */
export type RowKind = 'submission' | 'notice' | 'docket' | 'document'

/** A file that a row names: by its name or address, with its size where that is said. */
export interface NamedFile {
  name: string
  size?: number | undefined
}
