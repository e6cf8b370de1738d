/** One row of a file as it was read: cells by column name, never yet understood. */
export interface Row {
  row: number
  cells: ReadonlyMap<string, string>
  /** What was odd about the row while reading it, as sentences. */
  warnings: readonly string[]
}

/** A row that could not even be read; its words are kept for the report. */
export interface UnreadRow {
  row: number
  failed: string
}

export interface RowProblem {
  row: number
  reason: string
}

/** What became of a file: every row is counted in one of the four sums or named under `failed`. */
export interface ImportReport {
  read: number
  imported: number
  skipped: number
  notices: number
  warnings: RowProblem[]
  failed: RowProblem[]
}

export function emptyReport(): ImportReport {
  return { read: 0, imported: 0, skipped: 0, notices: 0, warnings: [], failed: [] }
}
