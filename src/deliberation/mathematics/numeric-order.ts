/** Ids that are numbers come first, in the order of the numbers; `7` before `007`; the rest by their letters. */
export function inNumericOrder(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)]
  return a - b || one.length - other.length || (one < other ? -1 : Number(one > other))
}

/** A number too large to tell from its neighbours still sorts by its size; what is none comes last. */
const numberOf = (id: string): number => (/^\d+$/.test(id) ? Math.min(Number(id), 1e300) : 1e301)
