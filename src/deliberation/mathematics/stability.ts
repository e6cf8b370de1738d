import { randomFrom } from '../../platform/random-from.ts'
import type { BaseClusters } from './base-clusters.ts'
import type { Grouping } from './choose-groups.ts'
import { kMeans } from './k-means.ts'

const TIMES = 100
const SEED = 7

/**
 * How sure each group is: of 100 times that participants are drawn anew with replacement, the mean share that the group
 * has in common with the most similar of the groups found then (Jaccard; Hennig 2007, “Cluster-wise assessment of cluster
 * stability”). Drawn are the weights of the base clusters, and groups are found from where they are; the axes of the map
 * are held. From 0.85 on a group is sure, below 0.6 it is not.
 * @returns shape (groups,), from 0 to 1
 */
export function stabilityOf(
  { centres: points, weights }: BaseClusters,
  { labels, centres }: Grouping,
): Float64Array {
  const random = randomFrom(SEED)
  const stability = new Float64Array(centres.x.length)
  for (let time = 0; time < TIMES; time += 1) {
    const drawn = weights.map((weight) => drawCount(weight, random))
    const again = kMeans(points, drawn, centres)
    for (let group = 0; group < stability.length; group += 1)
      stability[group] = (stability[group] as number) + closest(labels, again.labels, drawn, group) / TIMES
  }
  return stability
}

/** How often somebody is drawn of `mean` people: Poisson (Knuth), and for many its normal neighbour (Box and Muller). */
function drawCount(mean: number, random: () => number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }
  const least = Math.exp(-mean)
  let [count, product] = [0, random()]
  while (product > least) {
    count += 1
    product *= random()
  }
  return count
}

/** The largest share that a group has in common with any of the groups found again. */
function closest(labels: Int32Array, again: Int32Array, weights: Float64Array, group: number): number {
  const common = new Map<number, number>()
  const sizes = new Map<number, number>()
  let own = 0
  for (let at = 0; at < labels.length; at += 1) {
    const [weight, other] = [weights[at] as number, again[at] as number]
    sizes.set(other, (sizes.get(other) ?? 0) + weight)
    if (labels[at] !== group) continue
    own += weight
    common.set(other, (common.get(other) ?? 0) + weight)
  }
  const shares = [...common].map(([other, both]) => both / (own + (sizes.get(other) ?? 0) - both))
  return own === 0 ? 0 : Math.max(0, ...shares)
}
