import type { VoteMatrix } from './fold-votes.ts'

const ENOUGH = 7
const AT_LEAST = 15

/**
 * Who is put into groups: those with seven votes or more (or one on every statement); where these are fewer than
 * fifteen, the fifteen who voted most. Polis' rule; whoever was once grouped stays so.
 * @param before ids of those grouped in the run before
 * @returns rows of the matrix, in their order
 */
export function whoIsGrouped(
  { participants, statements, start }: VoteMatrix,
  before: ReadonlySet<string> = new Set(),
): Int32Array {
  const votes = participants.map((_, row) => (start[row + 1] as number) - (start[row] as number))
  const enough = Math.min(ENOUGH, statements.length)
  const rows = [...votes.keys()].filter(
    (row) =>
      (votes[row] as number) > 0 && ((votes[row] as number) >= enough || before.has(participants[row] ?? '')),
  )
  if (rows.length >= AT_LEAST) return Int32Array.from(rows)
  const most = [...votes.keys()]
    .filter((row) => (votes[row] as number) > 0)
    .sort((one, other) => (votes[other] as number) - (votes[one] as number) || one - other)
    .slice(0, AT_LEAST)
  return Int32Array.from(new Set([...rows, ...most])).sort()
}
