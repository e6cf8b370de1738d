import { BandTable } from './band-table.ts'
import { grown } from './grown.ts'
import { mix } from './mix.ts'
import type { SetStore } from './set-store.ts'

/** Finds the sets that are there already. */
export class SameSets {
  readonly #sets: SetStore
  readonly #first = new BandTable()
  /** For each set, the one before it with the same fingerprint. */
  #earlier = new Int32Array(1024)

  constructor(sets: SetStore) {
    this.#sets = sets
  }

  /** The latest set of these very numbers, or −1. */
  find(set: Int32Array): number {
    let one = this.#first.first(fingerprint(set))
    while (one >= 0 && !isSame(this.#sets.get(one), set)) one = this.#earlier[one] ?? -1
    return one
  }

  /** Keeps one more set; its number is how many there were before. */
  add(set: Int32Array): void {
    const number = this.#sets.add(set)
    this.#earlier = grown(this.#earlier, number + 1)
    this.#earlier[number] = this.#first.put(fingerprint(set), number)
  }
}

function fingerprint(shingles: Int32Array): number {
  let sum = shingles.length
  for (let at = 0; at < shingles.length; at += 1) sum = Math.imul(sum ^ (shingles[at] as number), 0x0100_0193)
  return mix(sum)
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
