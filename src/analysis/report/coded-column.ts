import { grown } from '../campaigns/engine/grown.ts'

/** So many different values are told apart; a column with more is no list of kinds. */
const MOST_VALUES = 5000

/** One fact of each comment, kept in 4 bytes; the values themselves once. */
export class CodedColumn {
  readonly #values: string[] = []
  readonly #codes = new Map<string, number>()
  #coded = new Int32Array(1024)
  readonly #most: number
  length = 0

  /** @param most different values at most; one more counts as nothing said */
  constructor(most: number = MOST_VALUES) {
    this.#most = most
  }

  /** @param value what is said of the next comment; nothing where nothing is */
  push(value: string | undefined): void {
    this.#coded = grown(this.#coded, this.length + 1)
    this.#coded[this.length] = value === undefined || value === '' ? -1 : this.#codeOf(value)
    this.length += 1
  }

  at(comment: number): string | undefined {
    return this.#values[this.#coded[comment] ?? -1]
  }

  #codeOf(value: string): number {
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    if (this.#values.length === this.#most) return -1
    this.#codes.set(value, this.#values.length)
    return this.#values.push(value) - 1
  }
}
