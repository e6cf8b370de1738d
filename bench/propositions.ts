// How well types of propositions are told, beside TF-IDF with logistic regression in the same five folds by comment.
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { trainTypes } from '../src/analysis/propositions/train-types.ts'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import { foldsOf, readArgumentComments } from './kit/argument-comments.ts'
import { judgeLabels } from './kit/judged.ts'
import { trainBaseline } from './kit/proposition-baseline.ts'

const { values } = parseArgs({ options: { shuffle: { type: 'string' } } })
const FOLDS = 5

const folder = sharedData('arguments/train')
if (!folder) throw new Error('The bench needs ../shared/data/arguments.')
const comments = readArgumentComments(folder)

/** The folds, or by `--shuffle N` others as even, so that nothing hangs on these. */
function shuffled(folds: number[], seed: number): number[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return folds
    .map((fold) => ({ fold, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ fold }) => fold)
}

const even = foldsOf(
  comments.map(({ length }) => length),
  FOLDS,
)
const folds = values.shuffle === undefined ? even : shuffled(even, Number(values.shuffle))
const truth = comments.flat().map(({ type }) => type)

type Comments = typeof comments
type Teller = (comment: readonly string[]) => string[]

function measure(name: string, train: (comments: Comments) => Teller): number {
  const start = performance.now()
  const told: string[][] = []
  let taught = 0
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const begun = performance.now()
    const tell = train(comments.filter((_, at) => folds[at] !== fold))
    taught += performance.now() - begun
    for (const [at, comment] of comments.entries())
      if (folds[at] === fold) told[at] = tell(comment.map(({ text }) => text))
  }
  const { accuracy, macroF1, f1 } = judgeLabels(told.flat(), truth)
  const each = [...f1].map(([type, one]) => `${type} ${one.toFixed(3)}`).join('  ')
  const seconds = (performance.now() - start) / 1000
  console.log(`${name.padEnd(34)} accuracy ${accuracy.toFixed(4)}  macro-F1 ${macroF1.toFixed(4)}  ${each}`)
  console.log(
    `${''.padEnd(34)} ${seconds.toFixed(1)} s in all, ${(taught / 1000 / FOLDS).toFixed(1)} s to train a fold`,
  )
  return macroF1
}

const baseline = (strength: number) => (given: Comments) => {
  const tell = trainBaseline(given.flat(), { strength })
  return (texts: readonly string[]) => texts.map(tell)
}

console.log(`${truth.length} propositions of ${comments.length} comments, ${FOLDS} folds grouped by comment`)
const plain = measure('TF-IDF + logistic, C = 1', baseline(1))
const strong = measure('TF-IDF + logistic, C = 10', baseline(10))
const ours = measure('ours', (given) => {
  const model = trainTypes(given)
  return (texts) => model.typesOf(texts).map(({ type }) => type)
})
const points = (than: number) => `${(100 * (ours - than)).toFixed(1)} points`
console.log(`Above the baseline: ${points(plain)} (C = 1), ${points(strong)} (C = 10)`)
