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
function assign(points: Points, { x, y }: Points, labels: Int32Array): boolean {
  let changed = false
  for (let at = 0; at < labels.length; at += 1) {
    const [px, py] = [points.x[at] as number, points.y[at] as number]
    let [nearest, least] = [0, Number.POSITIVE_INFINITY]
    for (let one = 0; one < x.length; one += 1) {
      const [dx, dy] = [px - (x[one] as number), py - (y[one] as number)]
      const far = dx * dx + dy * dy
      if (far < least) [nearest, least] = [one, far]
    }
    if (labels[at] !== nearest) changed = true
    labels[at] = nearest
  }
  return changed
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
