import type { Sparse } from './logistic.ts'

/** A sparse vector within a known width. */
export interface Block {
  width: number
  vector: Sparse
}

/** Blocks one behind the other, as one vector. */
export function joined(blocks: readonly Block[]): Sparse {
  const count = blocks.reduce((sum, { vector }) => sum + vector.places.length, 0)
  const whole: Sparse = { places: new Int32Array(count), values: new Float32Array(count) }
  let [at, offset] = [0, 0]
  for (const { width, vector } of blocks) {
    for (const [index, place] of vector.places.entries()) whole.places[at + index] = offset + place
    whole.values.set(vector.values, at)
    at += vector.places.length
    offset += width
  }
  return whole
}

/** The features that stand in `fewest` bags or more, each with its place. */
export function placesOf(bags: Iterable<Iterable<string>>, fewest: number) {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const feature of bag) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const places = new Map<string, number>()
  for (const [feature, count] of counts) if (count >= fewest) places.set(feature, places.size)
  return { places, counts }
}
