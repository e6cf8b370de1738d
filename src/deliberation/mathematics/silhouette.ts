import type { Points } from './project.ts'

/**
 * How well points lie in their clusters (Rousseeuw 1987): the mean of `(b − a) / max(a, b)`, with a the mean distance to
 * one's own cluster and b that to the nearest other; a point alone in its cluster counts 0. Takes time in the square of
 * the points.
 * @param weights how many each point stands for; those at one point lie at distance 0
 * @param labels shape (points,)
 * @returns from -1 to 1; 0 where there are fewer than two clusters
 */
export function silhouetteOf(
  points: Points,
  weights: Float64Array,
  labels: Int32Array,
  clusters: number,
): number {
  const sizes = new Float64Array(clusters)
  for (const [at, label] of labels.entries())
    sizes[label] = (sizes[label] as number) + (weights[at] as number)
  if (sizes.filter((size) => size > 0).length < 2) return 0
  let [sum, weight] = [0, 0]
  const far = new Float64Array(clusters)
  for (let at = 0; at < labels.length; at += 1) {
    const much = weights[at] as number
    if (much === 0) continue
    distances(points, weights, labels, at, far)
    sum += much * widthOf(far, sizes, labels[at] as number)
    weight += much
  }
  return weight > 0 ? sum / weight : 0
}

/** The sum of the distances of a point from those of each cluster. */
function distances(
  { x, y }: Points,
  weights: Float64Array,
  labels: Int32Array,
  from: number,
  far: Float64Array,
) {
  far.fill(0)
  const [px, py] = [x[from] as number, y[from] as number]
  for (let at = 0; at < labels.length; at += 1) {
    const [dx, dy] = [(x[at] as number) - px, (y[at] as number) - py]
    const label = labels[at] as number
    far[label] = (far[label] as number) + (weights[at] as number) * Math.sqrt(dx * dx + dy * dy)
  }
}

function widthOf(far: Float64Array, sizes: Float64Array, own: number): number {
  const others = (sizes[own] as number) - 1
  if (others <= 0) return 0
  const within = (far[own] as number) / others
  let nearest = Number.POSITIVE_INFINITY
  for (let one = 0; one < far.length; one += 1) {
    const size = sizes[one] as number
    if (one !== own && size > 0) nearest = Math.min(nearest, (far[one] as number) / size)
  }
  const larger = Math.max(within, nearest)
  return larger > 0 ? (nearest - within) / larger : 0
}
