import { BandTable } from './band-table.ts'
import { grown } from './grown.ts'
import { BANDS, bandKeys, rowsFor } from './min-hash.ts'
import { mix } from './mix.ts'
import { plainly } from './plainly.ts'
import { SetStore } from './set-store.ts'
import { areAlike, resemblance, ShingleReader } from './shingles.ts'
import { pointsElsewhere } from './stubs.ts'
import { Union } from './union.ts'

/** A text with fewer shingles than this is too short to tell a campaign from a coincidence. */
export const FEWEST_SHINGLES = 5
export const USUAL_THRESHOLD = 0.8
/** So many texts under one key are looked at, the latest first; a campaign is held together by other keys too. */
const MOST_LOOKED_AT = 32

/**
 * Near-duplicates among texts that come one after the other: 5-word shingles → MinHash → bands → exact Jaccard →
 * single link (Broder 1997; Indyk and Motwani 1998). Time and memory grow with the number of texts: about 0.6 kB for
 * each that says something of its own, 16 bytes for each copy.
 */
export class CampaignIndex {
  readonly #threshold: number
  readonly #reader = new ShingleReader()
  readonly #sets = new SetStore()
  readonly #bands = new BandTable()
  readonly #same = new BandTable()
  readonly #union = new Union()
  readonly #keys = new Int32Array(BANDS)
  /** For each distinct set and band, the entry before it under the same key. */
  #earlier = new Int32Array(1024)
  /** For each distinct set, the one before it with the same fingerprint. */
  #earlierSame = new Int32Array(1024)
  #lookedAt = new Int32Array(1024)
  /** For each text its distinct set, or −1 where it is a stub. */
  #setOf = new Int32Array(1024)
  #texts = 0
  #distinct = 0

  /** @param threshold least Jaccard resemblance of two texts that belong together, above 0 and at most 1 */
  constructor(threshold: number = USUAL_THRESHOLD) {
    if (!(threshold > 0 && threshold <= 1))
      throw new RangeError('The threshold lies above 0 and is at most 1.')
    this.#threshold = threshold
  }

  /** Takes one more text, as it was written. @returns its number: 0, 1, 2 … */
  add(text: string): number {
    const plain = plainly(text)
    const shingles = this.#reader.read(plain)
    const isStub = shingles.length < FEWEST_SHINGLES || pointsElsewhere(plain)
    const set = isStub ? -1 : this.#place(shingles)
    this.#setOf = grown(this.#setOf, this.#texts + 1)
    this.#setOf[this.#texts] = set
    this.#texts += 1
    return this.#texts - 1
  }

  /** A number that those texts share that belong together; −1 for a stub. */
  clusterOf(text: number): number {
    const set = this.#setOf[text] ?? -1
    return set < 0 ? -1 : this.#union.find(set)
  }

  /** A number that those texts share that say the same words in all shingles; −1 for a stub. */
  distinctOf(text: number): number {
    return this.#setOf[text] ?? -1
  }

  /** How much two distinct texts resemble each other: |a ∩ b| / |a ∪ b| of their shingles, from 0 to 1. */
  resemblanceOf(one: number, other: number): number {
    return resemblance(this.#sets.get(one), this.#sets.get(other))
  }

  /** The set of a copy that is there already, or a new one tied to those it resembles. */
  #place(shingles: Int32Array): number {
    const known = this.#findSame(shingles)
    if (known >= 0) return known
    const set = this.#sets.add(shingles)
    this.#union.add()
    this.#distinct += 1
    this.#lookedAt = grown(this.#lookedAt, this.#distinct)
    this.#lookedAt[set] = -1
    this.#tieToAlike(set, this.#sets.get(set))
    return set
  }

  /** Also puts the set to come, which is the next, under its fingerprint. */
  #findSame(shingles: Int32Array): number {
    this.#earlierSame = grown(this.#earlierSame, this.#distinct + 1)
    const first = this.#same.first(fingerprint(shingles))
    for (let one = first; one >= 0; one = this.#earlierSame[one] ?? -1)
      if (isSame(this.#sets.get(one), shingles)) return one
    this.#earlierSame[this.#distinct] = this.#same.put(fingerprint(shingles), this.#distinct)
    return -1
  }

  #tieToAlike(set: number, shingles: Int32Array): void {
    bandKeys(shingles, rowsFor(this.#threshold), this.#keys)
    this.#earlier = grown(this.#earlier, (set + 1) * BANDS)
    for (let band = 0; band < BANDS; band += 1) {
      const entry = set * BANDS + band
      this.#earlier[entry] = this.#bands.put(this.#keys[band] ?? 0, entry)
      this.#walk(set, shingles, entry)
    }
  }

  #walk(set: number, shingles: Int32Array, start: number): void {
    let entry = this.#earlier[start] ?? -1
    for (let seen = 0; entry >= 0 && seen < MOST_LOOKED_AT; seen += 1) {
      const other = Math.floor(entry / BANDS)
      if (this.#lookedAt[other] !== set) {
        this.#lookedAt[other] = set
        this.#tieIfAlike(set, other, shingles)
      }
      entry = this.#earlier[entry] ?? -1
    }
  }

  #tieIfAlike(set: number, other: number, shingles: Int32Array): void {
    if (this.#union.find(set) === this.#union.find(other)) return
    if (areAlike(shingles, this.#sets.get(other), this.#threshold)) this.#union.tie(set, other)
  }
}

function fingerprint(shingles: Int32Array): number {
  let sum = shingles.length
  for (let at = 0; at < shingles.length; at += 1) sum = Math.imul(sum ^ (shingles[at] ?? 0), 0x0100_0193)
  return mix(sum)
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
