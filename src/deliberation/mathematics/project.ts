import type { Zeroed } from './centre.ts'
import type { Components } from './components.ts'
import type { VoteMatrix } from './fold-votes.ts'

/** Points in the plane: x and y of each, of shape (points,). */
export interface Points {
  x: Float64Array
  y: Float64Array
}

/**
 * Where each participant stands: `sqrt(statements / votes) · Σ (vote − mean) · component` over the statements voted on, so
 * that who voted on little is not drawn to the middle for that alone (Small et al. 2021, Polis). Zeroed statements count
 * as voted on by everybody.
 * @param votes centred votes, of shape (votes,)
 * @returns shape (participants,); 0, 0 for who did not vote
 */
export function projectParticipants(
  { statements, start, column }: VoteMatrix,
  votes: Float64Array,
  zeroed: Zeroed,
  [first, second]: Components,
): Points {
  const always = zeroed.reduce((sum, one) => sum + one, 0)
  const [x, y] = [new Float64Array(start.length - 1), new Float64Array(start.length - 1)]
  for (let row = 0; row < x.length; row += 1) {
    let [seen, alongFirst, alongSecond] = [always, 0, 0]
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      const one = column[at] as number
      const vote = votes[at] as number
      seen += 1 - (zeroed[one] as number)
      alongFirst += vote * (first[one] as number)
      alongSecond += vote * (second[one] as number)
    }
    const stretch = seen > 0 ? Math.sqrt(statements.length / seen) : 0
    x[row] = stretch * alongFirst
    y[row] = stretch * alongSecond
  }
  return { x, y }
}

/**
 * Where somebody would stand who agreed with this statement and had voted on nothing else:
 * `sqrt(statements) · component · (1 − mean)` (Polis writes −1 for agree, and its mean with the other sign).
 * @param centre the mean vote on each statement, of shape (statements,)
 * @returns shape (statements,)
 */
export function projectStatements(centre: Float64Array, zeroed: Zeroed, [first, second]: Components): Points {
  const along = (component: Float64Array) =>
    centre.map((mean, at) =>
      zeroed[at] ? 0 : Math.sqrt(centre.length) * (component[at] as number) * (1 - mean),
    )
  return { x: along(first), y: along(second) }
}

/** How far from the middle each point lies, of shape (points,): of a statement, how strongly it tells people apart. */
export function extremityOf({ x, y }: Points): Float64Array {
  return x.map((one, at) => Math.hypot(one, y[at] as number))
}
