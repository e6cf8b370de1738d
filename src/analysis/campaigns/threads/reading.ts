import { type ReadText, TextReader } from '../engine/text-reader.ts'
import { pack, unpack } from './packed.ts'
import { type Given, ReadingThread } from './reading-thread.ts'

/** With more letters than this, others who share this thread would notice that it reads. */
const MOST_HERE = 500_000

/** Reads what is little at once, and what is much in a thread of its own. */
export class Reading {
  readonly #threshold: number
  readonly #reader: TextReader
  #thread: ReadingThread | undefined

  constructor(threshold: number) {
    this.#threshold = threshold
    this.#reader = new TextReader(threshold)
  }

  /** @param given what was asked, of which no word is the texts' own */
  async read(texts: readonly string[], given: Given): Promise<ReadText[]> {
    const letters = texts.reduce((sum, { length }) => sum + length, 0)
    if (letters <= MOST_HERE) return unpack(pack(texts, (text) => this.#reader.read(text, given)))
    this.#thread ??= new ReadingThread(this.#threshold)
    try {
      return await this.#thread.read(texts, given)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await thread?.close()
  }
}
