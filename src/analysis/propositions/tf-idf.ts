import type { Bag } from './bags.ts'
import type { Sparse } from './logistic.ts'
import { placesOf } from './sparse.ts'

/** Turns bags into vectors of length one: (1 + ln count) · (ln((1 + texts) / (1 + texts with it)) + 1). */
export interface TfIdf {
  width: number
  vectorOf(bag: Bag, weight?: number): Sparse
}

/** @param fewest a feature in fewer bags is left out */
export function fitTfIdf(bags: readonly Bag[], fewest: number): TfIdf {
  const { places, counts } = placesOf(
    bags.map((bag) => bag.keys()),
    fewest,
  )
  const rarity = new Float64Array(places.size)
  for (const [feature, place] of places)
    rarity[place] = Math.log((1 + bags.length) / (1 + (counts.get(feature) ?? 0))) + 1
  const vectorOf = (bag: Bag, weight = 1): Sparse => {
    const known: [number, number][] = []
    for (const [feature, count] of bag) {
      const place = places.get(feature)
      if (place !== undefined) known.push([place, (1 + Math.log(count)) * (rarity[place] ?? 0)])
    }
    const length = Math.sqrt(known.reduce((sum, [, value]) => sum + value * value, 0)) || 1
    return {
      places: Int32Array.from(known, ([place]) => place),
      values: Float32Array.from(known, ([, value]) => (weight * value) / length),
    }
  }
  return { width: places.size, vectorOf }
}
