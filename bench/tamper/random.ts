export type Random = () => number

/** The same numbers for the same seed, so that an edit nobody found can be made again (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to below the limit. */
export const upTo = (random: Random, limit: number) => Math.floor(random() * limit)

export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[upTo(random, from.length)]
  if (one === undefined) throw new RangeError('There is nothing to pick from.')
  return one
}
