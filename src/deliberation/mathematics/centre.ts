import type { VoteMatrix } from './fold-votes.ts'

/** Statements whose column counts as 0 for everybody: moderated out, or meta (about the people, not the question). */
export type Zeroed = Uint8Array

/** @returns a flag per statement, of shape (statements,) */
export function zeroedOf({ statements }: VoteMatrix, ids: Iterable<string>): Zeroed {
  const named = new Set(ids)
  return Uint8Array.from(statements, (id) => Number(named.has(id)))
}

/**
 * The mean vote on each statement, over those who voted on it; 0 for a statement nobody saw and for those zeroed.
 * @returns shape (statements,), from -1 (all disagree) to 1 (all agree)
 */
export function centreOf({ statements, column, value }: VoteMatrix, zeroed: Zeroed): Float64Array {
  const sum = new Float64Array(statements.length)
  const count = new Float64Array(statements.length)
  for (let at = 0; at < value.length; at += 1) {
    const one = column[at] as number
    sum[one] = (sum[one] as number) + (value[at] as number)
    count[one] = (count[one] as number) + 1
  }
  return sum.map((total, one) => (zeroed[one] ? 0 : total / Math.max(1, count[one] as number)))
}

/**
 * What is left of each vote beside the mean of its statement. Filled up with the means and centred, the whole matrix of
 * votes is 0 wherever nobody voted: so it stays as sparse as the votes are.
 * @returns shape (votes,), in the order of the matrix
 */
export function centredVotes(
  { column, value }: VoteMatrix,
  centre: Float64Array,
  zeroed: Zeroed,
): Float64Array {
  const left = new Float64Array(value.length)
  for (let at = 0; at < value.length; at += 1) {
    const one = column[at] as number
    left[at] = zeroed[one] ? 0 : (value[at] as number) - (centre[one] as number)
  }
  return left
}
