import { randomFrom } from '../../platform/random-from.ts'
import { type BaseClusters, baseClustersOf } from './base-clusters.ts'
import { chooseGroups, type Grouping } from './choose-groups.ts'
import type { VoteMatrix } from './fold-votes.ts'
import type { Points } from './project.ts'
import { silhouetteOf } from './silhouette.ts'
import { stabilityOf } from './stability.ts'
import { whoIsGrouped } from './who-is-grouped.ts'

/** Up to so many participants their own silhouette is told; beyond that the one of the base clusters, or of so many of them. */
const FEW = 1000
const SEED = 11

/** Of n participants and g groups. */
export interface OpinionGroups {
  /** The group of each participant from 0, -1 for who is in none; of shape (n,). */
  of: Int32Array
  /** Of shape (g,). */
  centres: Points
  /** How sure each group is, from 0 to 1; of shape (g,). */
  stability: Float64Array
}

export interface GroupedPeople {
  groups: OpinionGroups
  silhouette: number
}

/** Groups as they are given, with their own centres. */
export function givenGroups(
  participants: readonly string[],
  places: Points,
  groups: ReadonlyMap<string, number>,
): GroupedPeople {
  const of = Int32Array.from(participants, (id) => groups.get(id) ?? -1)
  const count = of.reduce((most, group) => Math.max(most, group + 1), 0)
  const rows = Int32Array.from(of.keys()).filter((row) => (of[row] as number) >= 0)
  const [points, labels] = [placesOf(places, rows), rows.map((row) => of[row] as number)]
  return {
    groups: { of, centres: meansOf(points, labels, count), stability: new Float64Array(count).fill(1) },
    silhouette: silhouetteOfSome(points, labels, count),
  }
}

/** Over all where they are few; where they are many over some, one drawn from each stretch, since it takes time in their square. */
function silhouetteOfSome({ x, y }: Points, labels: Int32Array, count: number): number {
  const size = Math.min(FEW, labels.length)
  const within = size < labels.length ? randomFrom(SEED) : () => 0
  const some = Int32Array.from({ length: size }, (_, nth) =>
    Math.floor(((nth + within()) * labels.length) / size),
  )
  const own = some.map((at) => labels[at] as number)
  return silhouetteOf(placesOf({ x, y }, some), new Float64Array(size).fill(1), own, count)
}

/**
 * Groups of those who voted enough, found by how they stand.
 * @param places of the participants, of shape (n,)
 * @param grouped ids of those to be grouped; without it, by the rule
 */
export function findGroups(
  matrix: VoteMatrix,
  places: Points,
  { grouped, previous }: { grouped?: Iterable<string> | undefined; previous?: OpinionGroups | undefined },
): GroupedPeople {
  const { participants } = matrix
  const rows = grouped
    ? rowsOf(participants, grouped)
    : whoIsGrouped(matrix, wereGrouped(participants, previous))
  const points = placesOf(places, rows)
  const base = baseClustersOf(points)
  const grouping = chooseGroups(base, usable(previous))
  const of = new Int32Array(participants.length).fill(-1)
  for (const [at, row] of rows.entries()) of[row] = grouping.labels[base.labels[at] as number] as number
  return {
    groups: { of, centres: grouping.centres, stability: stabilityOf(base, grouping) },
    silhouette: toldSilhouette(points, base, grouping),
  }
}

/** A run before of nobody has no centres to start from. */
const usable = (previous: OpinionGroups | undefined): Points | undefined =>
  previous && previous.centres.x.length > 0 ? previous.centres : undefined

function toldSilhouette(
  points: Points,
  { labels: baseOf }: BaseClusters,
  { labels, centres, silhouette }: Grouping,
) {
  if (points.x.length > FEW) return silhouette
  const own = baseOf.map((base) => labels[base] as number)
  return silhouetteOf(points, new Float64Array(own.length).fill(1), own, centres.x.length)
}

function rowsOf(participants: readonly string[], ids: Iterable<string>): Int32Array {
  const named = new Set(ids)
  return Int32Array.from(participants.keys()).filter((row) => named.has(participants[row] ?? ''))
}

function wereGrouped(participants: readonly string[], previous: OpinionGroups | undefined): Set<string> {
  const of = previous?.of
  return new Set(of ? participants.filter((_, row) => (of[row] ?? -1) >= 0) : [])
}

const placesOf = ({ x, y }: Points, rows: Int32Array): Points => ({
  x: Float64Array.from(rows, (row) => x[row] as number),
  y: Float64Array.from(rows, (row) => y[row] as number),
})

function meansOf({ x, y }: Points, labels: Int32Array, count: number): Points {
  const [sumX, sumY, size] = [0, 1, 2].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (const [at, label] of labels.entries()) {
    sumX[label] = (sumX[label] as number) + (x[at] as number)
    sumY[label] = (sumY[label] as number) + (y[at] as number)
    size[label] = (size[label] as number) + 1
  }
  const mean = (sum: Float64Array) => sum.map((one, at) => one / Math.max(1, size[at] as number))
  return { x: mean(sumX), y: mean(sumY) }
}
