import { grown } from './grown.ts'
import { mix } from './mix.ts'
import { WordReader } from './words.ts'

/** So many words in a row make a shingle. */
export const WIDTH = 5

const BASE = 0x9e37_79b1

const powers = Int32Array.from({ length: WIDTH }, (_, at) => {
  let power = 1
  for (let times = 0; times < WIDTH - 1 - at; times += 1) power = Math.imul(power, BASE)
  return power
})

const nothing: ReadonlySet<number> = new Set()

/** Reads texts into sets of shingles, as Broder does (On the resemblance and containment of documents, 1997). */
export class ShingleReader {
  readonly #reader = new WordReader()
  #words = new Int32Array(0)
  #kept = new Int32Array(0)
  #shingles = new Int32Array(1024)

  /**
   * @param text as `plainly` gives it
   * @param given shingles of what was asked: words that they cover are not the text's own, and are left out
   * @returns its 5-word shingles as a set of 32-bit numbers, sorted; of shape (shingles,), at most words − 4. It is
   *   read over by the next call: copy what is to be kept. Two shingles share a number once in 4 billion pairs.
   */
  read(text: string, given: ReadonlySet<number> = nothing): Int32Array {
    const words = this.#reader.read(text)
    this.#words = this.#reader.words
    const most = Math.max(0, (given.size === 0 ? words : this.#leaveOut(words, given)) - WIDTH + 1)
    if (most > this.#shingles.length) this.#shingles = new Int32Array(2 * most)
    for (let at = 0; at < most; at += 1) this.#shingles[at] = this.#shingleAt(at)
    return distinct(this.#shingles.subarray(0, most).sort())
  }

  /** Keeps the words that no given shingle covers, in their order; answers how many they are. */
  #leaveOut(words: number, given: ReadonlySet<number>): number {
    let [kept, coveredTo] = [0, 0]
    for (let at = 0; at < words; at += 1) {
      if (at + WIDTH <= words && given.has(this.#shingleAt(at))) coveredTo = at + WIDTH
      if (at < coveredTo) continue
      this.#kept = grown(this.#kept, kept + 1)
      this.#kept[kept] = this.#words[at] as number
      kept += 1
    }
    this.#words = this.#kept
    return kept
  }

  #shingleAt(start: number): number {
    let sum = 0
    for (let at = 0; at < WIDTH; at += 1) sum += Math.imul(this.#words[start + at] ?? 0, powers[at] ?? 0)
    return mix(sum)
  }
}

/** Drops what is there twice from sorted numbers, in place. */
function distinct(sorted: Int32Array): Int32Array {
  let kept = 0
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) {
      sorted[kept] = sorted[at] ?? 0
      kept += 1
    }
  return sorted.subarray(0, kept)
}

/** How many numbers two sorted sets share; it gives up where `needed` of them are out of reach. */
function commonOf(a: Int32Array, b: Int32Array, needed: number): number {
  let [at, of, common] = [0, 0, 0]
  while (common + Math.min(a.length - at, b.length - of) >= needed && at < a.length && of < b.length) {
    const [one, other] = [a[at] as number, b[of] as number]
    common += one === other ? 1 : 0
    at += one <= other ? 1 : 0
    of += other <= one ? 1 : 0
  }
  return common
}

/**
 * Exact Jaccard resemblance of two sorted sets, as far as it matters.
 * @returns whether |a ∩ b| / |a ∪ b| ≥ threshold; two empty sets are not alike
 */
export function areAlike(a: Int32Array, b: Int32Array, threshold: number): boolean {
  // |a ∩ b| / (|a| + |b| − |a ∩ b|) ≥ t  ⇔  |a ∩ b| ≥ t (|a| + |b|) / (1 + t)
  const needed = (threshold * (a.length + b.length)) / (1 + threshold) - 1e-9
  return needed > 0 && commonOf(a, b, needed) >= needed
}

/** Jaccard resemblance of two sorted sets: |a ∩ b| / |a ∪ b|, from 0 to 1; 0 where both are empty. */
export function resemblance(a: Int32Array, b: Int32Array): number {
  const common = commonOf(a, b, 0)
  const all = a.length + b.length - common
  return all === 0 ? 0 : common / all
}
