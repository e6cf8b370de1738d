export type Vector = ReadonlyMap<string, number>

/** Each text as its words, weighed by how often it says them and by how few others do (tf–idf), of length 1. */
export function weigh(texts: readonly (readonly string[])[]): Vector[] {
  const holders = new Map<string, number>()
  for (const words of texts)
    for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1)
  return texts.map((words) => {
    const vector = new Map<string, number>()
    for (const word of words) vector.set(word, (vector.get(word) ?? 0) + 1)
    for (const [word, times] of vector)
      vector.set(word, times * Math.log(1 + texts.length / (holders.get(word) ?? 1)))
    return toLengthOne(vector)
  })
}

function toLengthOne(vector: Vector): Vector {
  const length = Math.hypot(...vector.values())
  return length === 0 ? vector : new Map([...vector].map(([word, weight]) => [word, weight / length]))
}

/** The direction of the sum of these. */
export function add(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>()
  for (const vector of vectors)
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight)
  return toLengthOne(sum)
}

/** Of two vectors of length 1. */
export function cosine(a: Vector, b: Vector): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [word, weight] of few) product += weight * (many.get(word) ?? 0)
  return product
}
