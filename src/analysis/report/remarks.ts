import type { RemarkKind, RowRemark } from '../campaigns/read-comments.ts'
import type { Rows } from './analysis.ts'

/** So many remarks are kept to be listed; all are counted. */
const MOST_KEPT = 100_000

/** Counts what is said of rows, and keeps the first of it. */
export function remarkBook(): Rows & { take(remark: RowRemark): void } {
  const counts: Record<RemarkKind, number> = {
    unread: 0,
    'no-comment': 0,
    'no-text': 0,
    'no-id': 0,
    'same-id': 0,
    odd: 0,
  }
  const remarks: RowRemark[] = []
  const take = (remark: RowRemark) => {
    counts[remark.kind] += 1
    if (remarks.length < MOST_KEPT) remarks.push(remark)
  }
  return { counts, remarks, take }
}
