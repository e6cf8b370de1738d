/** Gives the cost at a place and writes its slope there. */
export type Cost = (place: Float64Array, slope: Float64Array) => number

interface Pair {
  step: Float64Array
  turn: Float64Array
  rho: number
}

interface Reached {
  place: Float64Array
  now: number
  slope: Float64Array
}

const REMEMBERED = 8
const ENOUGH_DOWN = 1e-4
const STILL = 1e-5
const MOST_HALVINGS = 20

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}

/** a + factor · b */
const plus = (a: Float64Array, factor: number, b: Float64Array): Float64Array => {
  const sum = new Float64Array(a.length)
  for (let at = 0; at < a.length; at += 1) sum[at] = (a[at] as number) + factor * (b[at] as number)
  return sum
}

/** The way down that the last steps suggest (two-loop recursion; Nocedal and Wright 2006, algorithm 7.4). */
function wayDown(slope: Float64Array, pairs: readonly Pair[]): Float64Array {
  let way: Float64Array = plus(slope, 0, slope)
  const factors = pairs.toReversed().map(({ step, turn, rho }) => {
    const factor = rho * dot(step, way)
    way = plus(way, -factor, turn)
    return factor
  })
  const last = pairs.at(-1)
  if (last) way = plus(way, 1 / (last.rho * dot(last.turn, last.turn)) - 1, way)
  for (const [at, { step, turn, rho }] of pairs.entries())
    way = plus(way, (factors[pairs.length - 1 - at] as number) - rho * dot(turn, way), step)
  return plus(way, -2, way)
}

/** Halves the step until the cost falls enough. */
function stepDown(
  cost: Cost,
  from: Float64Array,
  was: number,
  way: Float64Array,
  fall: number,
  first: number,
) {
  const slope = new Float64Array(from.length)
  for (let factor = first, halvings = 0; halvings < MOST_HALVINGS; factor /= 2, halvings += 1) {
    const place = plus(from, factor, way)
    const now = cost(place, slope)
    if (now <= was + ENOUGH_DOWN * factor * fall) return { place, now, slope }
  }
  return undefined
}

/**
 * Where a smooth convex cost is least, by L-BFGS from zero on.
 * @param size how many numbers a place has @param steps at most so many
 */
export function minimise(cost: Cost, size: number, steps: number): Float64Array {
  const slope = new Float64Array(size)
  let at: Reached = { place: new Float64Array(size), now: 0, slope }
  at.now = cost(at.place, slope)
  const pairs: Pair[] = []
  for (let step = 0; step < steps; step += 1) {
    const way = wayDown(at.slope, pairs)
    const fall = dot(way, at.slope)
    const first = step === 0 ? 1 / Math.max(1, Math.sqrt(dot(at.slope, at.slope))) : 1
    const next = fall < 0 ? stepDown(cost, at.place, at.now, way, fall, first) : undefined
    if (!next) break
    remember(pairs, plus(next.place, -1, at.place), plus(next.slope, -1, at.slope))
    const still = at.now - next.now < STILL * Math.abs(next.now)
    at = next
    if (still) break
  }
  return at.place
}

function remember(pairs: Pair[], step: Float64Array, turn: Float64Array): void {
  const curve = dot(step, turn)
  if (curve <= 1e-10) return
  pairs.push({ step, turn, rho: 1 / curve })
  if (pairs.length > REMEMBERED) pairs.shift()
}
