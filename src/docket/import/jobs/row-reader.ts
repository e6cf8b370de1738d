import { type Columns, columnsOf } from '../columns.ts'
import type { KeyedRow, keyMaker } from '../keyed-row.ts'
import type { Row, UnreadRow } from '../model.ts'
import { unwrapOwn } from '../own-export.ts'
import { storableCells } from '../storable.ts'
import { understand } from '../understand.ts'
import { say } from '../words.ts'
import type { Handling } from './model.ts'

export interface Meaning {
  told: Columns
  groups: ReadonlySet<string>
  handling: Handling
}

/** A row that could not be taken, with its cells as far as they came. */
export type RefusedRow = UnreadRow & { cells?: Readonly<Record<string, string>> | undefined }

/** Understands row after row; most files have the same columns in each. What cannot be understood holds up no other. */
export function rowReader(
  { told, groups, handling }: Meaning,
  keyed: ReturnType<typeof keyMaker>,
): (row: Row | UnreadRow) => KeyedRow | RefusedRow {
  let last: { names: string; columns: Columns } | undefined
  function columnsIn(names: readonly string[]): Columns {
    if (handling.exact) return told
    const joined = names.join('\0')
    if (last?.names !== joined) last = { names: joined, columns: columnsOf(names, told) }
    return last.columns
  }
  return (row) => {
    if ('failed' in row) return row
    const { row: number, place, cells } = row
    try {
      const own = unwrapOwn(row)
      return keyed({ number, place, cells }, understand(own, columnsIn([...own.cells.keys()]), groups))
    } catch {
      return { row: number, place, failed: say('notUnderstood'), cells: storableCells(cells) }
    }
  }
}
