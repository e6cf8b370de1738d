/**
 * The largest eigenvalue of a symmetric tridiagonal matrix, with its eigenvector: the value by bisection with Sturm
 * counts, the vector by inverse iteration (Golub and Van Loan, Matrix Computations, 8.4 and 8.2.2).
 * @param diagonal shape (n,), n at least 1
 * @param beside the numbers beside the diagonal, of shape (n - 1,) or longer
 * @returns the value, and a vector of length 1 and shape (n,)
 */
export function largestOf(
  diagonal: Float64Array,
  beside: Float64Array,
): { value: number; vector: Float64Array } {
  const value = bisect(diagonal, beside)
  return { value, vector: vectorOf(diagonal, beside, value) }
}

/** How many eigenvalues are smaller than `bound`. */
function countBelow(diagonal: Float64Array, beside: Float64Array, bound: number): number {
  let [count, pivot] = [0, 1]
  for (let at = 0; at < diagonal.length; at += 1) {
    const before = at === 0 ? 0 : (beside[at - 1] as number) ** 2 / pivot
    pivot = (diagonal[at] as number) - bound - before
    if (pivot === 0) pivot = Number.MIN_VALUE * 1e20
    if (pivot < 0) count += 1
  }
  return count
}

/** All eigenvalues lie between these two (Gershgorin). */
function boundsOf(diagonal: Float64Array, beside: Float64Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < diagonal.length; at += 1) {
    const left = at === 0 ? 0 : Math.abs(beside[at - 1] as number)
    const right = at === diagonal.length - 1 ? 0 : Math.abs(beside[at] as number)
    low = Math.min(low, (diagonal[at] as number) - left - right)
    high = Math.max(high, (diagonal[at] as number) + left + right)
  }
  return [low, high]
}

function bisect(diagonal: Float64Array, beside: Float64Array): number {
  let [low, high] = boundsOf(diagonal, beside)
  for (let time = 0; time < 200; time += 1) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) break
    if (countBelow(diagonal, beside, middle) === diagonal.length) high = middle
    else low = middle
  }
  return high
}

/** By inverse iteration, a little beside the value so that the matrix can be inverted. */
function vectorOf(diagonal: Float64Array, beside: Float64Array, value: number): Float64Array {
  const shift = value + 1e-13 * Math.max(Math.abs(value), Number.MIN_VALUE * 1e30)
  let vector: Float64Array = new Float64Array(diagonal.length).fill(1)
  for (let time = 0; time < 4; time += 1) {
    vector = solve(diagonal, beside, shift, vector)
    const length = Math.hypot(...vector)
    vector = length > 0 ? vector.map((one) => one / length) : vector.fill(0)
  }
  return vector
}

/** Solves (shift·1 − T) x = b: of the largest eigenvalue and beyond, all pivots are positive and none need change places. */
function solve(
  diagonal: Float64Array,
  beside: Float64Array,
  shift: number,
  right: Float64Array,
): Float64Array {
  const n = diagonal.length
  const pivots = new Float64Array(n)
  const x = Float64Array.from(right)
  for (let at = 0; at < n; at += 1) {
    const off = at === 0 ? 0 : (beside[at - 1] as number)
    const before = at === 0 ? 1 : (pivots[at - 1] as number)
    pivots[at] = Math.max(shift - (diagonal[at] as number) - off ** 2 / before, 1e-300)
    if (at > 0) x[at] = (x[at] as number) + (off / before) * (x[at - 1] as number)
  }
  for (let at = n - 1; at >= 0; at -= 1) {
    const after = at === n - 1 ? 0 : (beside[at] as number) * (x[at + 1] as number)
    x[at] = ((x[at] as number) + after) / (pivots[at] as number)
  }
  return x
}
