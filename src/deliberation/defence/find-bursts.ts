import { logChanceOf, UNLIKELY } from './chance.ts'

const MINUTES = 60_000
const STEP = 10 * MINUTES
/** What is usual is taken from half a day before and after. */
const AROUND = 72
const FEWEST = 20

/** A time in which far more people arrived than in the hours around it. */
export interface Burst {
  /** Milliseconds since 1970; half-open. */
  from: number
  until: number
  /** Places in the list of arrivals. */
  who: readonly number[]
  /** How many the hours around let expect. */
  expected: number
}

/**
 * Finds bursts of arrivals: steps of ten minutes with more people than the mean of the twelve hours before and after, but for
 * the step and its neighbours, lets expect (a scan statistic over fixed windows with a moving base, after Glaz, Naus and
 * Wallenstein, Scan Statistics, 2001; its chance by the Poisson bound, times the number of steps). Time O(n log n).
 * @param arrivals milliseconds since 1970, of shape (n,), in any order; NaN where it is not known
 * @param opens when people could begin to arrive, in milliseconds: nothing is expected before
 */
export function findBursts(arrivals: ArrayLike<number>, opens: number): Burst[] {
  const order = Array.from(arrivals, (_, place) => place)
    .filter((place) => Number.isFinite(arrivals[place]))
    .sort((one, other) => (arrivals[one] as number) - (arrivals[other] as number))
  if (order.length < FEWEST) return []
  const first = Math.min(opens, arrivals[order[0] as number] as number)
  const steps = Map.groupBy(order, (place) => Math.floor(((arrivals[place] as number) - first) / STEP))
  const last = Math.max(...steps.keys())
  const before = countsUntil(steps, last)
  const found = [...steps].flatMap(([step, who]) => {
    const expected = usual(before, step, last)
    return who.length >= FEWEST && logChanceOf(who.length, expected) + Math.log(last + 1) < UNLIKELY
      ? [{ from: first + step * STEP, until: first + (step + 1) * STEP, who, expected }]
      : []
  })
  return joined(found)
}

/** How many arrived before each step; of shape (last + 2,). */
function countsUntil(steps: ReadonlyMap<number, readonly number[]>, last: number): Float64Array {
  const counts = new Float64Array(last + 2)
  for (let step = 0; step <= last; step += 1)
    counts[step + 1] = (counts[step] as number) + (steps.get(step)?.length ?? 0)
  return counts
}

/** The mean of the steps around one, with half a person added, so that nothing is impossible. */
function usual(before: Float64Array, step: number, last: number): number {
  const between = (from: number, until: number) => {
    const [start, end] = [Math.max(0, from), Math.min(last + 1, until)]
    return end > start
      ? { people: (before[end] as number) - (before[start] as number), steps: end - start }
      : { people: 0, steps: 0 }
  }
  const [earlier, later] = [between(step - AROUND, step - 1), between(step + 2, step + AROUND + 1)]
  return (earlier.people + later.people + 0.5) / Math.max(1, earlier.steps + later.steps)
}

/** Steps of one burst that follow on each other are one. */
function joined(found: readonly Burst[]): Burst[] {
  const bursts: Burst[] = []
  for (const next of found) {
    const held = bursts.at(-1)
    if (held?.until !== next.from) bursts.push(next)
    else
      bursts[bursts.length - 1] = {
        ...{ from: held.from, until: next.until, who: [...held.who, ...next.who] },
        expected: held.expected + next.expected,
      }
  }
  return bursts
}
