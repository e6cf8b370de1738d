import type { VoteMatrix } from '../mathematics/fold-votes.ts'

/** Votes that several people share to the last one. */
export interface CommonVector {
  /** One of these people, by row. */
  first: number
  people: number
  /** Places of statements, ascending, and the vote on each: 1 agree, -1 disagree, 0 pass. */
  statements: number[]
  values: number[]
}

/**
 * The whole vectors of votes that at least so many people share, those of most people first. Who only passes says nothing,
 * and is left out. Time and memory linear in the votes.
 * @param fewestVotes shorter vectors are left out
 * @param fewestPeople vectors of fewer people are left out; half of it is enough to begin with, as others may lie near
 */
export function commonVectors(matrix: VoteMatrix, fewestVotes: number, fewestPeople: number): CommonVector[] {
  const { start } = matrix
  const same = new Map<number, { first: number; people: number }>()
  for (let row = 0; row + 1 < start.length; row += 1) {
    if ((start[row + 1] as number) - (start[row] as number) < fewestVotes) continue
    const key = keyOf(matrix, row)
    if (key === undefined) continue
    const known = same.get(key)
    if (known) known.people += 1
    else same.set(key, { first: row, people: 1 })
  }
  return [...same.values()]
    .filter(({ people }) => people * 2 >= fewestPeople)
    .sort((one, other) => other.people - one.people || one.first - other.first)
    .map((one) => ({ ...one, ...votesOf(matrix, one.first) }))
}

/** A number of 52 bits for a set of votes, whatever their order; nothing for one without agree or disagree. */
function keyOf({ start, column, value }: VoteMatrix, row: number): number | undefined {
  let [one, other, sides] = [0, 0, 0]
  for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
    const vote = value[at] as number
    const said = (column[at] as number) * 3 + vote + 1
    one = (one + mixed(said)) | 0
    other = (other + mixed(said ^ 0x5bd1e995)) | 0
    sides |= vote
  }
  return sides === 0 ? undefined : (one >>> 0) * 0x10_0000 + (other & 0xf_ffff)
}

/** Spreads the bits of a number (finaliser of MurmurHash3). */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

function votesOf({ start, column, value }: VoteMatrix, row: number) {
  const places = Array.from(
    { length: (start[row + 1] as number) - (start[row] as number) },
    (_, nth) => (start[row] as number) + nth,
  ).sort((one, other) => (column[one] as number) - (column[other] as number))
  return {
    statements: places.map((at) => column[at] as number),
    values: places.map((at) => value[at] as number),
  }
}
