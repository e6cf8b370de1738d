import type { Operator } from './scatter.ts'
import { largestOf } from './tridiagonal.ts'
import { addTimes, dot, lengthOf, makeOrthogonal } from './vectors.ts'

/** So exact, relative to the largest eigenvalue, until it counts as found. */
const EXACT = 1e-15
const LONGEST = 80
const MOST_RESTARTS = 40

/**
 * The eigenvector of the largest eigenvalue among all that are orthogonal to those given, by restarted Lanczos with full
 * orthogonalisation (Golub and Van Loan, Matrix Computations, 10.1 and 10.5).
 * @param start where to look first, of shape (n,); not 0
 * @param found vectors of length 1 that are found already
 * @param scale the largest eigenvalue found so far, or 0: what is smaller than its rounding errors counts as 0
 * @returns value and vector of length 1 and shape (n,), or nothing where the operator is 0 on all that is left
 */
export function topEigenvector(
  apply: Operator,
  start: Float64Array,
  found: readonly Float64Array[] = [],
  scale = 0,
): { value: number; vector: Float64Array } | undefined {
  let vector = unit(start, found)
  for (let time = 0; vector && time < MOST_RESTARTS; time += 1) {
    const { value, better, error } = lanczos(apply, vector, found)
    if (value <= Math.max(scale, value) * 1e-13) return undefined
    vector = unit(better, found)
    if (vector && error <= EXACT * Math.max(value, scale)) return { value, vector }
    if (vector && time === MOST_RESTARTS - 1) return { value, vector }
  }
  return undefined
}

function unit(vector: Float64Array, found: readonly Float64Array[]): Float64Array | undefined {
  const one = Float64Array.from(vector)
  makeOrthogonal(one, found)
  const length = lengthOf(one)
  return length > 1e-300 ? one.map((part) => part / length) : undefined
}

/** One run: the best of all that a few products span, and how far it is from right. */
function lanczos(apply: Operator, start: Float64Array, found: readonly Float64Array[]) {
  const most = Math.min(LONGEST, start.length)
  const [diagonal, beside] = [new Float64Array(most), new Float64Array(most)]
  const basis = [start]
  const next = new Float64Array(start.length)
  let weights: Float64Array = Float64Array.of(1)
  let [largest, error, length] = [0, 0, 0]
  for (let at = 0; at < most; at += 1) {
    const last = basis[at] as Float64Array
    apply(last, next)
    diagonal[at] = dot(last, next)
    makeOrthogonal(next, found)
    makeOrthogonal(next, basis)
    length = lengthOf(next)
    ;({ value: largest, vector: weights } = largestOf(diagonal.subarray(0, at + 1), beside))
    error = length * Math.abs(weights[at] as number)
    if (error <= EXACT * largest || length <= Number.EPSILON * Math.abs(largest)) break
    beside[at] = length
    if (at + 1 < most) basis.push(next.map((part) => part / length))
  }
  const better = new Float64Array(start.length)
  for (const [at, weight] of weights.entries()) addTimes(better, weight, basis[at] as Float64Array)
  return { value: largest, better, error }
}
