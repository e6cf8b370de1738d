import type { GroupVotes } from './group-votes.ts'
import type { Points } from './project.ts'
import { pSuccess } from './representativeness.ts'

/**
 * How well a statement bridges: whether those agree with it who otherwise stand far apart. Over all pairs of groups, the
 * smaller of their two shares of agreement, `(A + 1) / (S + 2)`, weighted by how far apart the two stand on the map:
 * `Σ d(g, h) · min(p_g, p_h) / Σ d(g, h)`. After the idea of bridging-based ranking (Ovadya and Thorburn 2023, “Bridging
 * Systems”); the formula is ours. Unlike group-aware consensus it does not sink with the number of groups.
 * @param centres of the groups, of shape (groups,)
 * @returns shape (statements,), from 0 to 1; 0 where there are fewer than two groups
 */
export function bridgingOf(counts: GroupVotes, centres: Points): Float64Array {
  const scores = new Float64Array(counts.statements)
  let apart = 0
  for (let one = 0; one < counts.groups; one += 1)
    for (let other = one + 1; other < counts.groups; other += 1) {
      const far = distance(centres, one, other)
      apart += far
      addPair(scores, counts, [one, other], far)
    }
  return apart > 0 ? scores.map((score) => score / apart) : scores
}

const distance = ({ x, y }: Points, one: number, other: number): number =>
  Math.hypot((x[one] as number) - (x[other] as number), (y[one] as number) - (y[other] as number))

function addPair(
  scores: Float64Array,
  { statements, agree, seen }: GroupVotes,
  pair: readonly [number, number],
  far: number,
): void {
  for (let statement = 0; statement < statements; statement += 1) {
    const shares = pair.map((group) => {
      const at = group * statements + statement
      return pSuccess(agree[at] as number, seen[at] as number)
    })
    scores[statement] = (scores[statement] as number) + far * Math.min(...shares)
  }
}
