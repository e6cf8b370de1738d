import type { CampaignIndex } from './campaign-index.ts'

/** Near-duplicates among texts, by the numbers that the index gave them. */
export interface Group {
  members: number[]
  /** The member whose words stand for all. */
  template: number
}

export interface Grouped {
  /** Two or more that belong together: the largest first, of one size the earlier first. */
  campaigns: Group[]
  /** Too short to tell, or only pointing elsewhere. */
  stubs: number[]
  /** Texts that say something of their own: each campaign once, each other text that is no stub once. */
  distinct: number
}

/** @param count how many texts the index holds */
export function groupTexts(index: CampaignIndex, count: number): Grouped {
  const stubs: number[] = []
  const clusters = new Map<number, number[]>()
  for (let text = 0; text < count; text += 1) {
    const cluster = index.clusterOf(text)
    if (cluster < 0) stubs.push(text)
    else if (clusters.has(cluster)) clusters.get(cluster)?.push(text)
    else clusters.set(cluster, [text])
  }
  const campaigns = [...clusters.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ members, template: templateOf(index, members) }))
    .sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))
  return { campaigns, stubs, distinct: clusters.size }
}

/** So many wordings of a campaign are weighed against each other: the most used, and of those alike the first. */
const MOST_WEIGHED = 40

/** The wording that resembles the others most, each weighing as much as it has copies. */
function templateOf(index: CampaignIndex, members: readonly number[]): number {
  const wordings = [...Map.groupBy(members, (text) => index.distinctOf(text))]
    .map(([wording, copies]) => ({ wording, first: copies[0] ?? 0, copies: copies.length }))
    .sort((a, b) => b.copies - a.copies || a.first - b.first)
    .slice(0, MOST_WEIGHED)
  const weigh = ({ wording }: { wording: number }) =>
    wordings.reduce((sum, other) => sum + other.copies * index.resemblanceOf(wording, other.wording), 0)
  const weighed = wordings.map((one) => ({ ...one, weight: weigh(one) }))
  return weighed.reduce((best, one) => (one.weight > best.weight + 1e-9 ? one : best)).first
}
