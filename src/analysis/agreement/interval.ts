import { randomFrom } from '../../platform/random-from.ts'
import { alphaOf, type Pattern } from './alpha.ts'

export interface Interval {
  from: number
  to: number
}

const DRAWS = 1000
const TAIL = 0.025
/** Fewer units than these say too little for an interval. */
export const FEWEST_UNITS = 10

/** As many units drawn with replacement as there are, by the pattern that they follow. */
function resample(patterns: readonly Pattern[], total: number, random: () => number): Pattern[] {
  const ends: number[] = []
  for (const { units } of patterns) ends.push((ends.at(-1) ?? 0) + units)
  const drawn = patterns.map(() => 0)
  for (let draw = 0; draw < total; draw += 1) {
    const at = random() * total
    const found = ends.findIndex((end) => at < end)
    drawn[found] = (drawn[found] ?? 0) + 1
  }
  return patterns.flatMap((pattern, i) => (drawn[i] ? [{ ...pattern, units: drawn[i] }] : []))
}

/**
 * The 95 % interval of alpha by the percentile bootstrap: 1,000 times as many units are drawn with replacement as were
 * judged, and of the alphas of those the middle 95 % are kept (Efron & Tibshirani 1993, chapter 13). A draw in which
 * alpha is not defined, since all values are alike, counts as full agreement. The seed makes it the same each time.
 * Nothing where fewer than ten units were judged, or where alpha is not defined.
 */
export function intervalOf(patterns: readonly Pattern[], seed = 2011): Interval | undefined {
  const total = patterns.reduce((sum, { units }) => sum + units, 0)
  if (total < FEWEST_UNITS || alphaOf(patterns) === undefined) return undefined
  const random = randomFrom(seed)
  const alphas = Array.from({ length: DRAWS }, () => alphaOf(resample(patterns, total, random)) ?? 1)
  alphas.sort((a, b) => a - b)
  const at = (share: number) => alphas[Math.min(DRAWS - 1, Math.floor(share * DRAWS))] ?? 1
  return { from: at(TAIL), to: at(1 - TAIL) }
}
