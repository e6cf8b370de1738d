import { minimise } from './minimise.ts'

/** A sparse vector: the places that are not zero, and what stands there. */
export interface Sparse {
  places: Int32Array
  values: Float32Array
}

/** Weights of a linear model: of shape (classes × (width + 1),), the last of each class its bias. */
export interface Linear {
  classes: number
  width: number
  weights: Float64Array
}

export interface Fitting {
  /** How much a large weight costs: penalty / 2 · Σ weight². Biases cost nothing. */
  penalty: number
  steps: number
  /** How much an example of each class weighs; 1 where left out. */
  classWeights?: readonly number[]
}

/** @returns the scores of a vector before the softmax, of shape (classes,), into `into` */
export function scoresOf(
  { classes, width, weights }: Linear,
  { places, values }: Sparse,
  into: Float64Array,
): void {
  for (let one = 0; one < classes; one += 1) {
    const base = one * (width + 1)
    let sum = weights[base + width] as number
    for (let at = 0; at < places.length; at += 1)
      sum += (weights[base + (places[at] as number)] as number) * (values[at] as number)
    into[one] = sum
  }
}

/** Scores as probabilities, in place. @returns log Σ exp(score) */
export function softmax(scores: Float64Array): number {
  const most = Math.max(...scores)
  let sum = 0
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - most)
    sum += scores[at] as number
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum
  return most + Math.log(sum)
}

/**
 * Multinomial logistic regression by L-BFGS.
 * @param vectors of shape (examples, width), sparse @param labels a class number for each, 0 … classes − 1
 */
export function fitLogistic(
  vectors: readonly Sparse[],
  labels: readonly number[],
  { classes, width }: { classes: number; width: number },
  { penalty, steps, classWeights }: Fitting,
): Linear {
  const size = classes * (width + 1)
  const scores = new Float64Array(classes)
  const cost = (weights: Float64Array, slope: Float64Array): number => {
    slope.fill(0)
    let sum = 0
    for (const [at, vector] of vectors.entries()) {
      const label = labels[at] as number
      const weight = classWeights?.[label] ?? 1
      scoresOf({ classes, width, weights }, vector, scores)
      const own = scores[label] as number
      sum += weight * (softmax(scores) - own)
      addSlope(slope, vector, { scores, label, weight, width })
    }
    return sum + addPenalty(weights, slope, penalty, width)
  }
  return { classes, width, weights: minimise(cost, size, steps) }
}

interface Miss {
  scores: Float64Array
  label: number
  weight: number
  width: number
}

function addSlope(
  slope: Float64Array,
  { places, values }: Sparse,
  { scores, label, weight, width }: Miss,
): void {
  for (let one = 0; one < scores.length; one += 1) {
    const miss = weight * ((scores[one] as number) - (one === label ? 1 : 0))
    const base = one * (width + 1)
    for (let at = 0; at < places.length; at += 1) {
      const place = base + (places[at] as number)
      slope[place] = (slope[place] as number) + miss * (values[at] as number)
    }
    slope[base + width] = (slope[base + width] as number) + miss
  }
}

function addPenalty(weights: Float64Array, slope: Float64Array, penalty: number, width: number): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) {
    if (at % (width + 1) === width) continue
    const weight = weights[at] as number
    sum += (penalty / 2) * weight * weight
    slope[at] = (slope[at] as number) + penalty * weight
  }
  return sum
}
