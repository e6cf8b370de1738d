export interface Judged {
  accuracy: number
  macroF1: number
  f1: Map<string, number>
}

/** How well labels were told: F1 = 2 tp / (2 tp + fp + fn) of each, and their mean. */
export function judgeLabels(told: readonly string[], truth: readonly string[]): Judged {
  const labels = [...new Set(truth)].sort()
  const f1 = new Map(
    labels.map((label) => {
      const [own, said] = [truth, told].map((all) => all.filter((one) => one === label).length)
      const both = truth.filter((one, at) => one === label && told[at] === label).length
      return [label, (2 * both) / ((own ?? 0) + (said ?? 0))]
    }),
  )
  const macroF1 = [...f1.values()].reduce((sum, one) => sum + one, 0) / labels.length
  return { accuracy: truth.filter((one, at) => one === told[at]).length / truth.length, macroF1, f1 }
}
