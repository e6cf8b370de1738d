/**
 * An upper bound of the natural logarithm of how likely at least so many are, where so many are expected and each comes on
 * its own (Poisson). It errs towards chance: nobody is flagged for being off the true tail.
 * Source: Mitzenmacher and Upfal, Probability and Computing, theorem 5.4 (Chernoff bound).
 * @param count how many there are
 * @param expected how many chance lets expect, more than 0
 * @returns at most 0; 0 where there are no more than expected
 */
export function logChanceOf(count: number, expected: number): number {
  if (count <= expected) return 0
  return count * Math.log(expected / count) + count - expected
}

/**
 * How likely at most so many of some independent events come to pass, by adding one event after the other.
 * Source: Hong, On computing the distribution function for the Poisson binomial distribution, 2013, section 2.
 * @param chances of each event, from 0 to 1, of shape (k,)
 * @param most events that may come to pass, from 0
 */
export function atMost(chances: ArrayLike<number>, most: number): number {
  const exactly = new Float64Array(most + 1)
  exactly[0] = 1
  for (let event = 0; event < chances.length; event += 1) {
    const chance = chances[event] as number
    for (let count = most; count >= 0; count -= 1) {
      const before = count > 0 ? (exactly[count - 1] as number) : 0
      exactly[count] = (exactly[count] as number) * (1 - chance) + before * chance
    }
  }
  return exactly.reduce((sum, one) => sum + one, 0)
}

/** What has less than this chance, over all that was looked at together, is told. */
export const UNLIKELY = Math.log(1e-6)
