import { CampaignIndex } from '../engine/campaign-index.ts'
import type { ReadText } from '../engine/text-reader.ts'

interface Held {
  /** The number of its wording, as the tables have it. */
  wording: number | null
  /** Wordings of earlier texts that it is tied to. */
  ties: number[]
}

/** The texts of one request in memory, under the numbers that the tables give them. It can be made anew at any time. */
export class HeldIndex {
  /** What was asked, of which no word is the texts' own. */
  readonly given: ReadonlySet<number>
  readonly #index = new CampaignIndex()
  #ids: number[] = []
  /** For each distinct set, the number of its wording. */
  readonly #wordings = new Map<number, number>()

  constructor(given: ReadonlySet<number> = new Set()) {
    this.given = given
  }

  /** @param id above those of all texts before */
  place(id: number, read: ReadText, wording = id): Held {
    const placed = this.#index.place(read)
    this.#ids.push(id)
    if (placed.wording < 0) return { wording: null, ties: [] }
    if (!this.#wordings.has(placed.wording)) this.#wordings.set(placed.wording, wording)
    const named = (set: number) => this.#wordings.get(set) ?? 0
    return { wording: named(placed.wording), ties: placed.ties.map(named) }
  }

  remove(id: number): void {
    this.#index.remove(this.#numberOf(id))
  }

  /** Into which clusters these texts, which were one with others that are gone, fall without them. */
  fallApart<One extends { id: number }>(texts: readonly One[]): One[][] {
    this.#index.tieAnew(texts.map(({ id }) => this.#numberOf(id)))
    return this.clusters(texts)
  }

  clusters<One extends { id: number }>(texts: readonly One[]): One[][] {
    return [...Map.groupBy(texts, ({ id }) => this.clusterOf(id)).values()]
  }

  /** A number that those texts share that belong together; −1 for a stub, and for what is not there. */
  clusterOf(id: number): number {
    return this.#index.clusterOf(this.#numberOf(id))
  }

  resemblance(one: number, other: number): number {
    const [a, b] = [one, other].map((id) => this.#index.distinctOf(this.#numberOf(id)))
    return a === undefined || b === undefined || a < 0 || b < 0 ? 0 : this.#index.resemblanceOf(a, b)
  }

  get size(): number {
    return this.#ids.length
  }

  #numberOf(id: number): number {
    let [low, high] = [0, this.#ids.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ids[middle] ?? 0) < id) low = middle + 1
      else high = middle
    }
    return this.#ids[low] === id ? low : -1
  }
}
