/** What an example of each class weighs so that every class weighs the same, whatever its number; shape (classes,). */
export function classWeights(labels: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts.map((count) => labels.length / classes / Math.max(1, count))
}
