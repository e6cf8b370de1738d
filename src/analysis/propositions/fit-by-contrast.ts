import { classWeights } from './class-weights.ts'
import { fitContrast } from './contrast.ts'
import { CUES } from './cues.ts'
import { fitLogistic, scoresOf, softmax } from './logistic.ts'
import type { Reader, ReadProposition } from './read-proposition.ts'
import { joined } from './sparse.ts'

const PENALTY = 0.5
const STEPS = 40

/** Reads by what one class says more than all others, a judge for each class. */
export function fitByContrast(
  read: readonly ReadProposition[],
  labels: readonly number[],
  classes: number,
): Reader {
  const judges = Array.from({ length: classes }, (_, of) => judgeOf(read, labels, of))
  return (one) => {
    const scores = Float64Array.from(judges, (judge) => judge(one))
    softmax(scores)
    return [...scores]
  }
}

function judgeOf(read: readonly ReadProposition[], labels: readonly number[], of: number) {
  const own = labels.map((label) => label === of)
  const contrast = fitContrast(
    read.map((one) => one.words),
    own,
    2,
  )
  const vectorOf = (one: ReadProposition) =>
    joined([
      { width: contrast.width, vector: contrast.vectorOf(one.words) },
      { width: CUES, vector: one.cues },
    ])
  const two = own.map(Number)
  const shape = { classes: 2, width: contrast.width + CUES }
  const fitting = { penalty: PENALTY, steps: STEPS, classWeights: classWeights(two, 2) }
  const model = fitLogistic(read.map(vectorOf), two, shape, fitting)
  const scores = new Float64Array(2)
  return (one: ReadProposition): number => {
    scoresOf(model, vectorOf(one), scores)
    return (scores[1] ?? 0) - (scores[0] ?? 0)
  }
}
