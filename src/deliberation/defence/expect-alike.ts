import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { countGroupVotes } from '../mathematics/group-votes.ts'
import { atMost } from './chance.ts'
import type { CommonVector } from './common-vectors.ts'
import type { Near } from './near-votes.ts'

/** So many others have to have voted on these statements, or there is nobody to compare with. */
const FEWEST_OTHERS = 10

/**
 * How many people chance lets vote like this vector: of those who voted on its statements, in each opinion group, the chance
 * of so few differences where each statement is voted on by itself, by the shares of the group's people outside the block.
 * Shares are smoothed by one vote each way (Laplace), so that none is 0.
 * @param groupOf the opinion group of each person from 0, or -1 for none, of shape (n,)
 * @returns undefined where too few others voted on these statements
 */
export function expectAlike(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  { covering, alike, most }: Near,
  { statements, values }: Pick<CommonVector, 'statements' | 'values'>,
): number | undefined {
  const outside = groupOf.map((group) => group + 1)
  const groups = outside.reduce((most, one) => Math.max(most, one), 0) + 1
  for (const row of alike) outside[row] = -1
  const votes = countGroupVotes(matrix, outside, groups)
  const seenOn = (group: number, statement: number) =>
    votes.seen[group * votes.statements + statement] as number
  const others = statements.reduce((sum, one) => {
    for (let group = 0; group < groups; group += 1) sum += seenOn(group, one)
    return sum
  }, 0)
  if (others < FEWEST_OTHERS * statements.length) return undefined
  const covers = new Float64Array(groups)
  for (const row of covering) {
    const group = (groupOf[row] as number) + 1
    covers[group] = (covers[group] as number) + 1
  }
  return covers.reduce((sum, count, group) => {
    if (count === 0) return sum
    const differs = statements.map((one, nth) => 1 - shareOf(votes, group, one, values[nth] as number))
    return sum + count * atMost(differs, most)
  }, 0)
}

function shareOf(
  { agree, disagree, seen, statements }: ReturnType<typeof countGroupVotes>,
  group: number,
  statement: number,
  value: number,
): number {
  const at = group * statements + statement
  const [yes, no, all] = [agree[at] as number, disagree[at] as number, seen[at] as number]
  const same = value > 0 ? yes : value < 0 ? no : all - yes - no
  return (same + 1) / (all + 3)
}
