/** What a rule is trusted with before anybody has judged it, and by how many judgements that is outweighed. */
const TRUST = 0.6
const WEIGHT = 5

/**
 * How sure a rule may say that it is: the share of its tellings that people here agreed with, drawn towards 0.6 while
 * those are few (Laplace’s rule with five imagined judgements).
 */
export function trackRecord<Value>(told: readonly { said: Value; right: boolean }[]) {
  const counts = new Map<Value, { right: number; all: number }>()
  for (const { said, right } of told) {
    const known = counts.get(said) ?? { right: 0, all: 0 }
    counts.set(said, { right: known.right + (right ? 1 : 0), all: known.all + 1 })
  }
  return (said: Value): number => {
    const { right, all } = counts.get(said) ?? { right: 0, all: 0 }
    return (right + TRUST * WEIGHT) / (all + WEIGHT)
  }
}
