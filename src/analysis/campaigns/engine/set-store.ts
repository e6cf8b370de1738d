import { grown } from './grown.ts'

const CHUNK = 1 << 20

/** Many sets of numbers in few large arrays, so that a million of them cost little more than their numbers. */
export class SetStore {
  readonly #chunks: Int32Array[] = []
  #room = 0
  #starts = new Int32Array(1024)
  #lengths = new Int32Array(1024)
  #chunkOf = new Int32Array(1024)
  #count = 0

  /** Copies a set in; its number is how many there were before. */
  add(set: Int32Array): number {
    if (this.#room < set.length) {
      this.#chunks.push(new Int32Array(Math.max(CHUNK, set.length)))
      this.#room = this.#chunks.at(-1)?.length ?? 0
    }
    const chunk = this.#chunks.at(-1) ?? new Int32Array(0)
    const start = chunk.length - this.#room
    chunk.set(set, start)
    this.#room -= set.length
    this.#note(start, set.length)
    return this.#count - 1
  }

  get(number: number): Int32Array {
    const start = this.#starts[number] ?? 0
    const chunk = this.#chunks[this.#chunkOf[number] ?? 0]
    return chunk?.subarray(start, start + (this.#lengths[number] ?? 0)) ?? new Int32Array(0)
  }

  #note(start: number, length: number): void {
    const most = this.#count + 1
    this.#starts = grown(this.#starts, most)
    this.#lengths = grown(this.#lengths, most)
    this.#chunkOf = grown(this.#chunkOf, most)
    this.#starts[this.#count] = start
    this.#lengths[this.#count] = length
    this.#chunkOf[this.#count] = this.#chunks.length - 1
    this.#count = most
  }
}
