import type { Points } from './project.ts'

const MOST_TURNS = 100

/** Which cluster each point belongs to, of shape (points,), and where the clusters' centres lie, of shape (clusters,). */
export interface Clusters {
  labels: Int32Array
  centres: Points
}

/**
 * Lloyd's k-means from given centres, until no point changes its cluster: each point goes to the nearest centre, of two
 * as near to the first. A centre that lost all its points stays where it was.
 * @param points shape (points,)
 * @param weights how much each point counts, of shape (points,)
 * @param start shape (clusters,), at least one
 */
export function kMeans(points: Points, weights: Float64Array, start: Points, turns = MOST_TURNS): Clusters {
  const centres = { x: start.x.slice(), y: start.y.slice() }
  const labels = new Int32Array(points.x.length).fill(-1)
  for (let turn = 0; turn < turns; turn += 1) {
    if (!assign(points, centres, labels)) break
    moveCentres(points, weights, labels, centres)
  }
  return { labels, centres }
}

/** Answers whether any point changed its cluster. */
function assign(points: Points, centres: Points, labels: Int32Array): boolean {
  const line = lineUp(centres)
  let changed = false
  for (let at = 0; at < labels.length; at += 1) {
    const before = labels[at] as number
    const nearest = nearestOf(line, points.x[at] as number, points.y[at] as number, before)
    if (before !== nearest) changed = true
    labels[at] = nearest
  }
  return changed
}

/** Centres from left to right, with their numbers and each one's place in the line. */
interface Line extends Points {
  number: Int32Array
  place: Int32Array
}

function lineUp({ x, y }: Points): Line {
  const number = Int32Array.from(x.keys()).sort((one, other) => (x[one] as number) - (x[other] as number))
  const place = new Int32Array(number.length)
  for (const [at, one] of number.entries()) place[one] = at
  return {
    ...{ number, place },
    x: Float64Array.from(number, (one) => x[one] as number),
    y: Float64Array.from(number, (one) => y[one] as number),
  }
}

/**
 * The nearest centre, looked for from the one of the turn before: along the line no other can be nearer once it lies
 * farther to the side than the nearest so far.
 */
function nearestOf(line: Line, px: number, py: number, before: number): number {
  const from = before < 0 ? 0 : (line.place[before] as number)
  const left = sweep(line, px, py, from, -1)
  const right = sweep(line, px, py, from, 1)
  const [farLeft, farRight] = [farFrom(line, px, py, left), farFrom(line, px, py, right)]
  const [one, other] = [line.number[left] as number, line.number[right] as number]
  return farLeft < farRight || (farLeft === farRight && one < other) ? one : other
}

function farFrom({ x, y }: Line, px: number, py: number, at: number): number {
  const [dx, dy] = [(x[at] as number) - px, (y[at] as number) - py]
  return dx * dx + dy * dy
}

/** The place of the nearest from a place on, to one side; of two as near, the one with the smaller number. */
function sweep(line: Line, px: number, py: number, from: number, step: 1 | -1): number {
  let [nearest, least] = [from, farFrom(line, px, py, from)]
  for (let at = from + step; at >= 0 && at < line.x.length; at += step) {
    const aside = ((line.x[at] as number) - px) * step
    if (aside > 0 && aside * aside > least) break
    const far = farFrom(line, px, py, at)
    if (far < least || (far === least && (line.number[at] as number) < (line.number[nearest] as number)))
      [nearest, least] = [at, far]
  }
  return nearest
}

function moveCentres(points: Points, weights: Float64Array, labels: Int32Array, centres: Points): void {
  const [x, y, weight] = [0, 1, 2].map(() => new Float64Array(centres.x.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let at = 0; at < labels.length; at += 1) {
    const [one, much] = [labels[at] as number, weights[at] as number]
    x[one] = (x[one] as number) + much * (points.x[at] as number)
    y[one] = (y[one] as number) + much * (points.y[at] as number)
    weight[one] = (weight[one] as number) + much
  }
  for (let one = 0; one < weight.length; one += 1) {
    const much = weight[one] as number
    if (much === 0) continue
    centres.x[one] = (x[one] as number) / much
    centres.y[one] = (y[one] as number) / much
  }
}

/**
 * Centres to start from: each next one is drawn among the points with a chance that grows with the square of its
 * distance from those drawn (k-means++, Arthur and Vassilvitskii 2007).
 * @param count how many; fewer come back where fewer points lie apart
 */
export function drawCentres(
  points: Points,
  weights: Float64Array,
  count: number,
  random: () => number,
): Points {
  const far = new Float64Array(points.x.length).fill(1)
  const drawn: number[] = []
  while (drawn.length < Math.min(count, far.length)) {
    const next = draw(far, weights, random)
    if (next < 0) break
    drawn.push(next)
    lessen(far, points, next, drawn.length === 1)
  }
  return {
    x: Float64Array.from(drawn, (at) => points.x[at] as number),
    y: Float64Array.from(drawn, (at) => points.y[at] as number),
  }
}

function draw(far: Float64Array, weights: Float64Array, random: () => number): number {
  let sum = 0
  for (let at = 0; at < far.length; at += 1) sum += (far[at] as number) * (weights[at] as number)
  if (!(sum > 0)) return -1
  let left = random() * sum
  let last = -1
  for (let at = 0; at < far.length; at += 1) {
    const much = (far[at] as number) * (weights[at] as number)
    if (much === 0) continue
    last = at
    left -= much
    if (left < 0) break
  }
  return last
}

function lessen(far: Float64Array, { x, y }: Points, drawn: number, first: boolean): void {
  const [cx, cy] = [x[drawn] as number, y[drawn] as number]
  for (let at = 0; at < far.length; at += 1) {
    const square = ((x[at] as number) - cx) ** 2 + ((y[at] as number) - cy) ** 2
    far[at] = first ? square : Math.min(far[at] as number, square)
  }
}
