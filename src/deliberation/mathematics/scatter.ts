import type { VoteMatrix } from './fold-votes.ts'

/** Multiplies a vector by a symmetric matrix, and writes what comes out; both of shape (statements,). */
export type Operator = (vector: Float64Array, out: Float64Array) => void

/** So often a vector is multiplied until two components are found, about. */
const PRODUCTS = 40
const MOST_STATEMENTS = 3000

/**
 * The scatter matrix of the votes, DᵀD with D the centred matrix (participants × statements), as something to multiply
 * by. Where few vote on much, it is summed up once and kept, of shape (statements, statements); else it is never made.
 * @param votes centred votes, of shape (votes,)
 */
export function scatterOf(matrix: VoteMatrix, votes: Float64Array): Operator {
  const { statements, start } = matrix
  let pairs = 0
  for (let row = 0; row + 1 < start.length; row += 1)
    pairs += ((start[row + 1] as number) - (start[row] as number)) ** 2
  const summed = pairs + PRODUCTS * statements.length ** 2
  return statements.length <= MOST_STATEMENTS && summed < PRODUCTS * 2 * votes.length
    ? byTable(sumUp(matrix, votes), statements.length)
    : byRows(matrix, votes)
}

/** The scatter matrix itself, row by row. */
function sumUp({ statements, start, column }: VoteMatrix, votes: Float64Array): Float64Array {
  const width = statements.length
  const table = new Float64Array(width * width)
  for (let row = 0; row + 1 < start.length; row += 1) {
    const end = start[row + 1] as number
    for (let one = start[row] as number; one < end; one += 1) {
      const [vote, base] = [votes[one] as number, (column[one] as number) * width]
      for (let other = start[row] as number; other < end; other += 1) {
        const at = base + (column[other] as number)
        table[at] = (table[at] as number) + vote * (votes[other] as number)
      }
    }
  }
  return table
}

function byTable(table: Float64Array, width: number): Operator {
  return (vector, out) => {
    for (let row = 0; row < width; row += 1) {
      let sum = 0
      const base = row * width
      for (let at = 0; at < width; at += 1) sum += (table[base + at] as number) * (vector[at] as number)
      out[row] = sum
    }
  }
}

function byRows({ start, column }: VoteMatrix, votes: Float64Array): Operator {
  return (vector, out) => {
    out.fill(0)
    for (let row = 0; row + 1 < start.length; row += 1)
      addRow(column, votes, [start[row] as number, start[row + 1] as number], vector, out)
  }
}

/** Adds what one participant's votes, of places `[from, end)`, make of the vector. */
function addRow(
  column: VoteMatrix['column'],
  votes: Float64Array,
  [from, end]: readonly [number, number],
  vector: Float64Array,
  out: Float64Array,
): void {
  let sum = 0
  for (let at = from; at < end; at += 1)
    sum += (votes[at] as number) * (vector[column[at] as number] as number)
  if (sum === 0) return
  for (let at = from; at < end; at += 1) {
    const one = column[at] as number
    out[one] = (out[one] as number) + (votes[at] as number) * sum
  }
}
