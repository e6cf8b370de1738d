import { plainWords, runsOf, signsOf } from '../../src/analysis/propositions/bags.ts'
import { classWeights } from '../../src/analysis/propositions/class-weights.ts'
import { fitLogistic, scoresOf } from '../../src/analysis/propositions/logistic.ts'
import { joined } from '../../src/analysis/propositions/sparse.ts'
import { fitTfIdf } from '../../src/analysis/propositions/tf-idf.ts'
import type { TypedProposition } from '../../src/analysis/propositions/train-types.ts'

const STEPS = 60

/** TF-IDF of words 1–2 and of characters 3–5 within words, sublinear, and logistic regression with balanced classes. */
export function trainBaseline(
  propositions: readonly TypedProposition<string>[],
  { strength }: { strength: number },
) {
  const types = [...new Set(propositions.map(({ type }) => type))].sort()
  const labels = propositions.map(({ type }) => types.indexOf(type))
  const words = fitTfIdf(
    propositions.map(({ text }) => runsOf(plainWords(text), 2)),
    1,
  )
  const signs = fitTfIdf(
    propositions.map(({ text }) => signsOf(text)),
    1,
  )
  const vectorOf = (text: string) =>
    joined([
      { width: words.width, vector: words.vectorOf(runsOf(plainWords(text), 2)) },
      { width: signs.width, vector: signs.vectorOf(signsOf(text)) },
    ])
  const shape = { classes: types.length, width: words.width + signs.width }
  const fitting = { penalty: 1 / strength, steps: STEPS, classWeights: classWeights(labels, types.length) }
  const model = fitLogistic(
    propositions.map(({ text }) => vectorOf(text)),
    labels,
    shape,
    fitting,
  )
  return (text: string): string => {
    const scores = new Float64Array(types.length)
    scoresOf(model, vectorOf(text), scores)
    return types[scores.indexOf(Math.max(...scores))] ?? ''
  }
}
