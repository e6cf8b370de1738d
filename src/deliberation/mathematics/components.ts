import { randomFrom } from '../../platform/random-from.ts'
import type { Operator } from './scatter.ts'
import { topEigenvector } from './top-eigenvector.ts'

const SEED = 20_150_630

export type Components = readonly [Float64Array, Float64Array]

/**
 * The first two principal components: the directions in which votes differ most, exact to about 1e-12. The sign of an
 * axis says nothing: each is turned so that its largest part is positive. Where votes differ in one direction only, or
 * in none, the components that are left are 0.
 * @param apply the scatter matrix of the centred votes
 * @param size how many statements there are
 * @returns two vectors of shape (statements,) and of length 1 or 0
 */
export function componentsOf(apply: Operator, size: number): Components {
  if (size === 0) return [new Float64Array(0), new Float64Array(0)]
  const random = randomFrom(SEED)
  const anywhere = () => Float64Array.from({ length: size }, () => random() - 0.5)
  const first = topEigenvector(apply, anywhere())
  if (!first) return [new Float64Array(size), new Float64Array(size)]
  const second = topEigenvector(apply, anywhere(), [first.vector], first.value)
  return [turned(first.vector), second ? turned(second.vector) : new Float64Array(size)]
}

function turned(vector: Float64Array): Float64Array {
  let largest = 0
  for (const part of vector) if (Math.abs(part) > Math.abs(largest) * (1 + 1e-9)) largest = part
  return largest < 0 ? vector.map((part) => -part) : vector
}

/**
 * Turns each axis as it was in the run before, so that the map is not mirrored.
 * @param statements ids, in the order of the components
 */
export function alongside(
  components: Components,
  statements: readonly string[],
  previous: { components: Components; statements: readonly string[] } | undefined,
): Components {
  if (!previous) return components
  const place = new Map(previous.statements.map((id, at) => [id, at]))
  const turn = (component: Float64Array, before: Float64Array) => {
    const sum = statements.reduce(
      (all, id, at) => all + (component[at] as number) * (before[place.get(id) ?? -1] ?? 0),
      0,
    )
    return sum < 0 ? component.map((part) => -part) : component
  }
  return [turn(components[0], previous.components[0]), turn(components[1], previous.components[1])]
}
