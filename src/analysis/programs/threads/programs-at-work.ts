import { type DoneText, examplesOf } from '../learning/examples.ts'
import { measureProgram } from '../learning/measure-program.ts'
import type { Fares, LocalProgram, ReadComment, TextToRead } from '../model.ts'
import type { Reader } from '../reading/reader.ts'
import { readerOf } from '../reading/reader-of.ts'

export type Order =
  | { act: 'learn'; key: string; program: LocalProgram; done: readonly DoneText[]; measure: boolean }
  | { act: 'read'; key: string; comments: readonly (readonly TextToRead[])[] }

export type Outcome =
  | { learnt: number; measured: readonly Fares[] }
  | { read: ReadComment[] }
  | { unknown: true }

/** So many programs are kept ready; one that is wanted again learns anew. */
const MOST_READY = 6

/** Programs that learnt, by a key of the caller's. */
export class ProgramsAtWork {
  readonly #ready = new Map<string, Reader>()

  do(order: Order): Outcome {
    return order.act === 'learn' ? this.#learn(order) : this.#read(order)
  }

  #learn({ key, program, done, measure }: Order & { act: 'learn' }): Outcome {
    const examples = examplesOf(done)
    this.#ready.delete(key)
    this.#ready.set(key, readerOf(program, examples))
    for (const oldest of this.#ready.keys()) if (this.#ready.size > MOST_READY) this.#ready.delete(oldest)
    const learnt = examples.filter(({ marked }) => marked).length
    return { learnt, measured: measure ? measureProgram(program, examples) : [] }
  }

  #read({ key, comments }: Order & { act: 'read' }): Outcome {
    const reader = this.#ready.get(key)
    return reader ? { read: comments.map((texts) => reader.read(texts)) } : { unknown: true }
  }
}
