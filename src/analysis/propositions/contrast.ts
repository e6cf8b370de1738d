import type { Bag } from './bags.ts'
import type { Sparse } from './logistic.ts'
import { placesOf } from './sparse.ts'

/** Vectors that weigh a feature by how much more often the examples of one type hold it. */
export interface Contrast {
  width: number
  vectorOf(bag: Bag): Sparse
}

/**
 * Log-count ratios of one type against all others (Wang and Manning 2012, NBSVM), with one added to each count.
 * @param isOfType whether the bag at each place is of the type
 */
export function fitContrast(bags: readonly Bag[], isOfType: readonly boolean[], fewest: number): Contrast {
  const { places } = placesOf(
    bags.map((bag) => bag.keys()),
    fewest,
  )
  const [own, others] = [new Float64Array(places.size).fill(1), new Float64Array(places.size).fill(1)]
  for (const [at, bag] of bags.entries()) {
    const counts = isOfType[at] ? own : others
    for (const feature of bag.keys()) {
      const place = places.get(feature)
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
    }
  }
  const [ofOwn, ofOthers] = [own, others].map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const ratios = own.map((count, place) =>
    Math.log(count / (ofOwn ?? 1) / ((others[place] ?? 1) / (ofOthers ?? 1))),
  )
  const vectorOf = (bag: Bag): Sparse => {
    const known = [...bag.keys()].flatMap((feature) => places.get(feature) ?? [])
    const length = Math.sqrt(known.length) || 1
    return {
      places: Int32Array.from(known),
      values: Float32Array.from(known, (place) => (ratios[place] ?? 0) / length),
    }
  }
  return { width: places.size, vectorOf }
}
