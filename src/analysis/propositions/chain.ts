/** How much more often one type follows another than chance would have it, of shape (types × types). */
export type Follows = readonly (readonly number[])[]

/** How much what stands beside counts; 0 reads each proposition alone, 1 as if neighbours told all that they seem to. */
const TRUST = 0.5

/** @param sequences the types of each comment’s propositions in their order, as numbers; one is added to each count */
export function fitFollows(sequences: readonly (readonly number[])[], types: number): Follows {
  const pairs = Array.from({ length: types }, () => new Array<number>(types).fill(1))
  const alone = new Array<number>(types).fill(1)
  for (const sequence of sequences)
    for (const [at, type] of sequence.entries()) {
      alone[type] = (alone[type] ?? 0) + 1
      const row = pairs[sequence[at - 1] ?? -1]
      if (row) row[type] = (row[type] ?? 0) + 1
    }
  const all = alone.reduce((sum, count) => sum + count, 0)
  return pairs.map((row) => {
    const sum = row.reduce((one, other) => one + other, 0)
    return row.map((count, type) => (count / sum / ((alone[type] ?? 1) / all)) ** TRUST)
  })
}

function normalised(numbers: readonly number[]): number[] {
  const sum = numbers.reduce((one, other) => one + other, 0)
  return numbers.map((one) => one / sum)
}

/**
 * What each proposition is, given what those beside it seem to be: the marginals of a linear chain (forward–backward;
 * Rabiner 1989).
 * @param alone for each proposition the probability of each type, read alone; shape (propositions × types)
 * @returns the same shape; each row sums to 1
 */
export function inContext(alone: readonly (readonly number[])[], follows: Follows): number[][] {
  const forward: number[][] = []
  for (const [at, own] of alone.entries()) {
    const before = forward[at - 1]
    const reached = (type: number) =>
      before ? before.reduce((sum, one, from) => sum + one * (follows[from]?.[type] ?? 1), 0) : 1
    forward.push(normalised(own.map((one, type) => one * reached(type))))
  }
  const told: number[][] = []
  let behind = alone[0]?.map(() => 1) ?? []
  for (let at = alone.length - 1; at >= 0; at -= 1) {
    told.unshift(normalised((forward[at] ?? []).map((one, type) => one * (behind[type] ?? 1))))
    const own = alone[at] ?? []
    const next = behind
    behind = normalised(
      own.map((_, from) =>
        own.reduce((sum, one, to) => sum + (follows[from]?.[to] ?? 1) * one * (next[to] ?? 1), 0),
      ),
    )
  }
  return told
}
