import { randomFrom } from '../../platform/random-from.ts'
import { drawCentres, kMeans } from './k-means.ts'
import type { Points } from './project.ts'

const MOST = 100
const SEED = 9
const TURNS = 10
const SAMPLE = 4000

/** Participants who stand close to one another, as one point each. */
export interface BaseClusters {
  centres: Points
  /** How many participants each holds, of shape (clusters,). */
  weights: Float64Array
  /** The cluster of each participant, of shape (participants,). */
  labels: Int32Array
}

/**
 * At most 100 clusters of those who stand close together, so that groups are found in the same time however many there
 * are (Small et al. 2021). Up to 100 participants are a cluster each.
 * @param points shape (participants,)
 */
export function baseClustersOf(points: Points): BaseClusters {
  const count = points.x.length
  const alone = new Float64Array(count).fill(1)
  if (count <= MOST) return { centres: points, weights: alone, labels: Int32Array.from(points.x.keys()) }
  const sample = sampleOf(points)
  const drawn = drawCentres(sample, alone.subarray(0, sample.x.length), MOST, randomFrom(SEED))
  const { labels, centres } = kMeans(points, alone, drawn, TURNS)
  const weights = new Float64Array(centres.x.length)
  for (const label of labels) weights[label] = (weights[label] as number) + 1
  return { centres, weights, labels }
}

/** Points at even steps, in the order of the participants. */
function sampleOf({ x, y }: Points): Points {
  const size = Math.min(SAMPLE, x.length)
  const at = (part: Float64Array) =>
    Float64Array.from({ length: size }, (_, nth) => part[Math.floor((nth * part.length) / size)] as number)
  return { x: at(x), y: at(y) }
}
