import { BANDS, bandKeys, rowsFor } from './min-hash.ts'
import { plainly } from './plainly.ts'
import { ShingleReader } from './shingles.ts'
import { pointsElsewhere } from './stubs.ts'

/** A text with fewer shingles than this is too short to tell a campaign from a coincidence. */
export const FEWEST_SHINGLES = 5

/** What is compared of a text. */
export interface ReadText {
  isStub: boolean
  /** Its 5-word shingles as a sorted set, of shape (shingles,); empty where it is a stub. */
  shingles: Int32Array
  /** The keys under which texts that resemble it are found, of shape (BANDS,). */
  keys: Int32Array
}

/** Reads texts into what is compared of them: all the work that needs no other text, so that any thread may do it. */
export class TextReader {
  readonly #rows: number
  readonly #reader = new ShingleReader()
  readonly #keys = new Int32Array(BANDS)

  /** @param threshold least resemblance of two texts that belong together */
  constructor(threshold: number) {
    this.#rows = rowsFor(threshold)
  }

  /**
   * @param given as `givenShingles` gives them: a text that says hardly anything beside them is a stub
   * @returns what is read over by the next call: copy what is to be kept
   */
  read(text: string, given?: ReadonlySet<number>): ReadText {
    const plain = plainly(text)
    const shingles = this.#reader.read(plain, given)
    const isStub = shingles.length < FEWEST_SHINGLES || pointsElsewhere(plain, text)
    if (isStub) return { isStub, shingles: none, keys: this.#keys }
    bandKeys(shingles, this.#rows, this.#keys)
    return { isStub, shingles, keys: this.#keys }
  }
}

const none = new Int32Array(0)
