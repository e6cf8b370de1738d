import type { VoteMatrix } from '../mathematics/fold-votes.ts'

/** Who voted on the same statements as somebody, and who of them voted the same. */
export interface Near {
  /** Rows of those who voted on the same statements, but for so many as may differ. */
  covering: number[]
  /** Rows of those among them who voted the same, but for so many. */
  alike: number[]
  /** On how many statements people may differ. */
  most: number
}

/**
 * Compares everybody's votes with one person's. A statement on which only one of the two voted is a difference too.
 * Time linear in the votes, memory in the statements.
 * @param row of the person
 */
export function nearestTo({ statements, start, column, value }: VoteMatrix, row: number, most: number): Near {
  const theirs = new Int8Array(statements.length).fill(2)
  const [from, end] = [start[row] as number, start[row + 1] as number]
  for (let at = from; at < end; at += 1) theirs[column[at] as number] = value[at] as number
  const near: Near = { covering: [], alike: [], most }
  for (let other = 0; other + 1 < start.length; other += 1) {
    const [first, last] = [start[other] as number, start[other + 1] as number]
    if (Math.abs(last - first - (end - from)) > most) continue
    let [both, same] = [0, 0]
    for (let at = first; at < last; at += 1) {
      const vote = theirs[column[at] as number] as number
      both += Number(vote !== 2)
      same += Number(vote === value[at])
    }
    const alone = last - first + (end - from) - 2 * both
    if (alone > most) continue
    near.covering.push(other)
    if (alone + both - same <= most) near.alike.push(other)
  }
  return near
}
