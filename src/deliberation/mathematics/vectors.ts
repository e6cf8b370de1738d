export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number)
  return sum
}

/** Adds a multiple of one vector to another, in place. */
export function addTimes(to: Float64Array, times: number, vector: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + times * (vector[at] as number)
}

export const lengthOf = (vector: Float64Array): number => Math.sqrt(dot(vector, vector))

/** Takes out of a vector what lies along others of length 1; twice, since once leaves rounding errors. */
export function makeOrthogonal(vector: Float64Array, others: readonly Float64Array[]): void {
  for (let time = 0; time < 2; time += 1)
    for (const other of others) addTimes(vector, -dot(vector, other), other)
}
