import { randomFrom } from '../../platform/random-from.ts'
import type { BaseClusters } from './base-clusters.ts'
import { type Clusters, drawCentres, kMeans } from './k-means.ts'
import type { Points } from './project.ts'
import { silhouetteOf } from './silhouette.ts'

const SEED = 5
const DRAWS = 12
/** With more than so many times the least spread, a few who stand apart pass for a group. */
const CLOSE = 1.1
/** A group of fewer than this share is rather some who stand apart. */
const SMALLEST = 0.02
/** So much better another number of groups must be before it takes the place of the one shown. */
const MARGIN = 0.03

export interface Grouping extends Clusters {
  /** Over the base clusters, each weighing as many as it holds. */
  silhouette: number
}

/** How many groups are looked for at most among so many base clusters: Polis' rule. */
export const mostGroups = (clusters: number): number => Math.min(5, 2 + Math.floor(clusters / 12))

/**
 * Groups of those who vote alike: k-means over the base clusters, weighted, with the number of groups that gives the
 * best silhouette. The groups of the run before are where it starts, and their number stays unless another is better by
 * a margin: so groups do not jump while votes come in. The same votes always give the same groups.
 * @param previous the centres of the groups of the run before
 */
export function chooseGroups(base: BaseClusters, previous?: Points): Grouping {
  const { centres: points, weights } = base
  const kept = previous && weigh(base, kMeans(points, weights, previous))
  const drawn = drawAll(base)
  const best = drawn.reduce<Grouping | undefined>((one, other) => better(one, other, weights), kept)
  if (!best) return oneGroup(base)
  const stays = kept && groupsIn(best) !== groupsIn(kept) && best.silhouette < kept.silhouette + MARGIN
  return inOrder(stays ? kept : best, previous)
}

/** For each number of groups, those of several draws whose points lie about as close to their centres as any. */
function drawAll(base: BaseClusters): Grouping[] {
  const random = randomFrom(SEED)
  const all: Grouping[] = []
  for (let count = 2; count <= mostGroups(base.weights.length); count += 1) {
    const drawn = drawSome(base, count, random)
    const least = Math.min(...drawn.map(({ spread }) => spread))
    for (const { clusters, spread } of drawn) if (spread <= CLOSE * least) all.push(weigh(base, clusters))
  }
  return all
}

function drawSome(base: BaseClusters, count: number, random: () => number) {
  const starts = Array.from({ length: DRAWS }, () => drawCentres(base.centres, base.weights, count, random))
  const full = starts.filter(({ x }) => x.length === count)
  const found = full.map((start) => kMeans(base.centres, base.weights, start))
  return found.map((clusters) => ({ clusters, spread: spreadOf(base, clusters) }))
}

/** The sum of the squares of the distances from the centres. */
function spreadOf({ centres: { x, y }, weights }: BaseClusters, { labels, centres }: Clusters): number {
  return labels.reduce((sum, label, at) => {
    const [dx, dy] = [
      (x[at] as number) - (centres.x[label] as number),
      (y[at] as number) - (centres.y[label] as number),
    ]
    return sum + (weights[at] as number) * (dx * dx + dy * dy)
  }, 0)
}

const weigh = ({ centres: points, weights }: BaseClusters, clusters: Clusters): Grouping => ({
  ...clusters,
  silhouette: silhouetteOf(points, weights, clusters.labels, clusters.centres.x.length),
})

const groupsIn = ({ labels }: Clusters): number => new Set(labels).size

/** Of two, the one without tiny groups; of two such, the one whose silhouette is larger. */
function better(one: Grouping | undefined, other: Grouping, weights: Float64Array): Grouping {
  if (!one) return other
  const difference = Number(isEven(other, weights)) - Number(isEven(one, weights))
  if (difference !== 0) return difference > 0 ? other : one
  return other.silhouette > one.silhouette + 1e-12 ? other : one
}

function isEven({ labels, centres }: Clusters, weights: Float64Array): boolean {
  const sizes = new Float64Array(centres.x.length)
  for (const [at, label] of labels.entries())
    sizes[label] = (sizes[label] as number) + (weights[at] as number)
  const least = Math.max(2, SMALLEST * weights.reduce((sum, much) => sum + much, 0))
  return sizes.every((size) => size >= least)
}

/** Nobody stands apart from anybody. */
const oneGroup = ({ centres: { x, y }, weights }: BaseClusters): Grouping => ({
  labels: new Int32Array(x.length),
  centres: { x: meanOf(x, weights), y: meanOf(y, weights) },
  silhouette: 0,
})

function meanOf(part: Float64Array, weights: Float64Array): Float64Array {
  const all = weights.reduce((sum, much) => sum + much, 0)
  return all === 0
    ? new Float64Array(0)
    : Float64Array.of(part.reduce((sum, one, at) => sum + one * (weights[at] as number), 0) / all)
}

/** Drops clusters that nobody is in, and numbers the rest: as they were before, or from left to right. */
function inOrder({ labels, centres, silhouette }: Grouping, previous: Points | undefined): Grouping {
  const used = [...new Set(labels)]
  const place = previous
    ? (one: number) => nearestOf(previous, centres.x[one] as number, centres.y[one] as number)
    : (one: number) => centres.x[one] as number
  const order = used.sort((one, other) => place(one) - place(other) || one - other)
  return {
    silhouette,
    labels: labels.map((label) => order.indexOf(label)),
    centres: {
      x: Float64Array.from(order, (one) => centres.x[one] as number),
      y: Float64Array.from(order, (one) => centres.y[one] as number),
    },
  }
}

function nearestOf({ x, y }: Points, px: number, py: number): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY]
  for (const [at, cx] of x.entries()) {
    const far = (cx - px) ** 2 + ((y[at] as number) - py) ** 2
    if (far < least) [nearest, least] = [at, far]
  }
  return nearest
}
