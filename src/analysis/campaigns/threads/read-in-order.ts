import { setImmediate } from 'node:timers/promises'
import { type ReadText, TextReader } from '../engine/text-reader.ts'
import { pack, unpack } from './packed.ts'
import { type Given, ReadingThread } from './reading-thread.ts'

/** So many batches wait for the second thread; beyond them this thread reads too. */
const MOST_WAITING = 3
const MOST_AHEAD = 8
/** A second thread takes longer to start than these take to read. */
const READ_ALONE = 16

/**
 * Reads batches of texts in two threads, and hands them on in their order, so that what is made of them is the same as
 * with one.
 * @param threads with one, this thread reads alone
 * @param given what was asked, of which no word is the texts' own
 */
export async function* readInOrder(
  batches: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  threshold: number,
  threads: 1 | 2,
  given?: Given,
): AsyncGenerator<readonly ReadText[]> {
  const ahead = new Ahead(threshold, threads, given)
  try {
    for await (const texts of batches) {
      ahead.add(texts)
      while (ahead.isReady()) yield ahead.shift()
      while (ahead.length > MOST_AHEAD) yield await ahead.next()
    }
    while (ahead.length > 0) yield await ahead.next()
  } finally {
    await ahead.close()
  }
}

type Batch = { read: readonly ReadText[] } | 'elsewhere'

/** Batches that are being read or wait to be handed on, in their order. */
class Ahead {
  readonly #threshold: number
  readonly #threads: 1 | 2
  readonly #given: Given
  readonly #reader: TextReader
  readonly #batches: Batch[] = []
  #other: ReadingThread | undefined
  #seen = 0

  constructor(threshold: number, threads: 1 | 2, given: Given) {
    this.#threshold = threshold
    this.#threads = threads
    this.#given = given
    this.#reader = new TextReader(threshold)
  }

  get length(): number {
    return this.#batches.length
  }

  add(texts: readonly string[]): void {
    this.#seen += 1
    if (this.#threads === 2 && this.#seen === READ_ALONE) this.#other = new ReadingThread(this.#threshold)
    if (this.#other && this.#other.waiting < MOST_WAITING) {
      this.#other.post(texts, this.#given)
      this.#batches.push('elsewhere')
    } else this.#batches.push({ read: unpack(pack(texts, (text) => this.#reader.read(text, this.#given))) })
  }

  /** Whether the first is read by now. */
  isReady(): boolean {
    const [first] = this.#batches
    if (first !== 'elsewhere') return first !== undefined
    const read = this.#other?.take()
    if (read) this.#batches[0] = { read }
    return read !== undefined
  }

  shift(): readonly ReadText[] {
    const first = this.#batches.shift()
    if (!first || first === 'elsewhere') throw new Error('The first batch is not read yet.')
    return first.read
  }

  async next(): Promise<readonly ReadText[]> {
    while (!this.isReady()) await setImmediate()
    return this.shift()
  }

  async close(): Promise<void> {
    await this.#other?.close()
  }
}
