import { AlikeSets } from './alike-sets.ts'
import { grown } from './grown.ts'
import { type ReadText, TextReader } from './text-reader.ts'

export const USUAL_THRESHOLD = 0.8

/** A text among those before it. */
export interface Placed {
  /** 0, 1, 2 … */
  text: number
  /** The number of its set of shingles, which copies share; −1 for a stub. */
  wording: number
  /** Earlier wordings, one of each cluster that the text ties together with itself. */
  ties: readonly number[]
}

/**
 * Near-duplicates among texts that come one after the other: 5-word shingles → MinHash → bands → exact Jaccard →
 * single link (Broder 1997; Indyk and Motwani 1998). Time and memory grow with the number of texts: about 0.6 kB for
 * each that says something of its own, 8 bytes for each copy.
 */
export class CampaignIndex {
  readonly #reader: TextReader
  readonly #sets: AlikeSets
  /** For each text its distinct set, or −1 where it is a stub or was taken out. */
  #setOf = new Int32Array(1024)
  #texts = 0

  /** @param threshold least Jaccard resemblance of two texts that belong together, above 0 and at most 1 */
  constructor(threshold: number = USUAL_THRESHOLD) {
    if (!(threshold > 0 && threshold <= 1))
      throw new RangeError('The threshold lies above 0 and is at most 1.')
    this.#reader = new TextReader(threshold)
    this.#sets = new AlikeSets(threshold)
  }

  /** Takes one more text, as it was written, without what was asked. @returns its number */
  add(text: string, given?: ReadonlySet<number>): number {
    return this.place(this.#reader.read(text, given)).text
  }

  /** Takes one more text that a `TextReader` of the same threshold read. */
  place({ isStub, shingles, keys }: ReadText): Placed {
    const { set, ties } = isStub ? stub : this.#sets.add(shingles, keys)
    this.#setOf = grown(this.#setOf, this.#texts + 1)
    this.#setOf[this.#texts] = set
    this.#texts += 1
    return { text: this.#texts - 1, wording: set, ties }
  }

  /** Takes texts out; those that stay are as if these had never been there, once `tieAnew` has seen them. */
  remove(text: number): void {
    const set = this.#setOf[text] ?? -1
    if (set >= 0) this.#sets.drop(set)
    this.#setOf[text] = -1
  }

  /** Ties a cluster anew from which texts were taken out. @param texts all that are left of it */
  tieAnew(texts: readonly number[]): void {
    const sets = new Set(texts.map((text) => this.distinctOf(text)))
    sets.delete(-1)
    this.#sets.tieAnew(sets)
  }

  /** A number that those texts share that belong together; −1 for a stub. */
  clusterOf(text: number): number {
    const set = this.#setOf[text] ?? -1
    return set < 0 ? -1 : this.#sets.clusterOf(set)
  }

  /** A number that those texts share that say the same words in all shingles; −1 for a stub. */
  distinctOf(text: number): number {
    return this.#setOf[text] ?? -1
  }

  /** How much two distinct texts resemble each other: |a ∩ b| / |a ∪ b| of their shingles, from 0 to 1. */
  resemblanceOf(one: number, other: number): number {
    return this.#sets.resemblanceOf(one, other)
  }
}

const stub = { set: -1, ties: [] }
