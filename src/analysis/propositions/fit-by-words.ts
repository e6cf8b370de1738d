import { classWeights } from './class-weights.ts'
import { CUES } from './cues.ts'
import { fitLogistic, scoresOf, softmax } from './logistic.ts'
import type { Reader, ReadProposition } from './read-proposition.ts'
import { joined } from './sparse.ts'
import { fitTfIdf } from './tf-idf.ts'

const PENALTY = 1 / 1.5
const STEPS = 45
/** What the whole comment speaks of weighs half as much as the proposition. */
const COMMENT = 0.5

/** Reads by words, signs, build, cues and the comment around: TF-IDF and logistic regression over all classes at once. */
export function fitByWords(
  read: readonly ReadProposition[],
  labels: readonly number[],
  classes: number,
): Reader {
  const words = fitTfIdf(
    read.map((one) => one.words),
    2,
  )
  const signs = fitTfIdf(
    read.map((one) => one.signs),
    3,
  )
  const build = fitTfIdf(
    read.map((one) => one.build),
    2,
  )
  const comments = fitTfIdf(
    read.map((one) => one.comment),
    2,
  )
  const vectorOf = (one: ReadProposition) =>
    joined([
      { width: words.width, vector: words.vectorOf(one.words) },
      { width: signs.width, vector: signs.vectorOf(one.signs) },
      { width: build.width, vector: build.vectorOf(one.build) },
      { width: CUES, vector: one.cues },
      { width: comments.width, vector: comments.vectorOf(one.comment, COMMENT) },
    ])
  const width = words.width + signs.width + build.width + CUES + comments.width
  const fitting = { penalty: PENALTY, steps: STEPS, classWeights: classWeights(labels, classes) }
  const model = fitLogistic(read.map(vectorOf), labels, { classes, width }, fitting)
  return (one) => {
    const scores = new Float64Array(classes)
    scoresOf(model, vectorOf(one), scores)
    softmax(scores)
    return [...scores]
  }
}
