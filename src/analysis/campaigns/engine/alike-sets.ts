import { BandTable } from './band-table.ts'
import { grown } from './grown.ts'
import { BANDS } from './min-hash.ts'
import { SameSets } from './same-sets.ts'
import { SetStore } from './set-store.ts'
import { areAlike, resemblance } from './shingles.ts'
import { Union } from './union.ts'

/** So many sets under one key are compared, the latest first, and so many passed by that are tied already. */
const MOST_COMPARED = 32
const MOST_PASSED = 64

/** Distinct sets of shingles, tied where they resemble each other. */
export class AlikeSets {
  readonly #threshold: number
  readonly #sets = new SetStore()
  readonly #same = new SameSets(this.#sets)
  readonly #bands = new BandTable()
  readonly #union = new Union()
  /** For each set and band, the entry before it under the same key. */
  #earlier = new Int32Array(1024)
  /** For each set, the last one that was held against it. */
  #lookedAt = new Int32Array(1024)
  /** For each set, how many texts have it. */
  #copies = new Int32Array(1024)
  #ties: number[] = []
  #onlyAmong: ReadonlySet<number> | undefined

  constructor(threshold: number) {
    this.#threshold = threshold
  }

  /** The set of a copy that is there already, or a new one; with one set of each cluster that it is tied to. */
  add(shingles: Int32Array, keys: Int32Array): { set: number; ties: readonly number[] } {
    const known = this.#same.find(shingles)
    if (known >= 0 && (this.#copies[known] ?? 0) > 0) {
      this.#copies[known] = (this.#copies[known] ?? 0) + 1
      return { set: known, ties: [known] }
    }
    const set = this.#union.add()
    this.#same.add(shingles)
    this.#copies = grown(this.#copies, set + 1)
    this.#lookedAt = grown(this.#lookedAt, set + 1)
    this.#copies[set] = 1
    this.#lookedAt[set] = -1
    this.#enter(set, keys)
    return { set, ties: this.#tie(set) }
  }

  /** One text less that has this set. */
  drop(set: number): void {
    this.#copies[set] = (this.#copies[set] ?? 0) - 1
  }

  /** Unties these sets, which are a whole cluster, and ties them anew among themselves. */
  tieAnew(sets: ReadonlySet<number>): void {
    for (const set of sets) this.#union.untie(set)
    this.#lookedAt.fill(-1)
    this.#onlyAmong = sets
    for (const set of sets) this.#tie(set)
    this.#onlyAmong = undefined
  }

  clusterOf(set: number): number {
    return this.#union.find(set)
  }

  resemblanceOf(one: number, other: number): number {
    return resemblance(this.#sets.get(one), this.#sets.get(other))
  }

  #enter(set: number, keys: Int32Array): void {
    this.#earlier = grown(this.#earlier, (set + 1) * BANDS)
    for (let band = 0; band < BANDS; band += 1) {
      const entry = set * BANDS + band
      this.#earlier[entry] = this.#bands.put(keys[band] as number, entry)
    }
  }

  #tie(set: number): readonly number[] {
    this.#ties = []
    const shingles = this.#sets.get(set)
    for (let band = 0; band < BANDS; band += 1) this.#walk(set, shingles, set * BANDS + band)
    return this.#ties
  }

  #walk(set: number, shingles: Int32Array, start: number): void {
    let entry = this.#earlier[start] as number
    let [compared, passed] = [0, 0]
    while (entry >= 0 && compared < MOST_COMPARED && passed < MOST_PASSED) {
      const other = Math.floor(entry / BANDS)
      if (this.#isToCompare(set, other)) {
        this.#tieIfAlike(set, other, shingles)
        compared += 1
      } else passed += 1
      entry = this.#earlier[entry] as number
    }
  }

  #isToCompare(set: number, other: number): boolean {
    if (this.#lookedAt[other] === set) return false
    this.#lookedAt[other] = set
    if (this.#copies[other] === 0 || this.#union.find(set) === this.#union.find(other)) return false
    return this.#onlyAmong?.has(other) !== false
  }

  #tieIfAlike(set: number, other: number, shingles: Int32Array): void {
    if (!areAlike(shingles, this.#sets.get(other), this.#threshold)) return
    this.#ties.push(other)
    this.#union.tie(set, other)
  }
}
