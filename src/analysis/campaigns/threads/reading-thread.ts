import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { ReadText } from '../engine/text-reader.ts'
import { unpack } from './packed.ts'

/** Shingles of what was asked, where anything is known of it. */
export type Given = ReadonlySet<number> | undefined

/** A thread that reads texts, batch after batch in the order in which they are posted. */
export class ReadingThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  #failed: Error | undefined
  #waiting = 0

  constructor(threshold: number) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const workerData = { port: port2, threshold }
    const thread = new URL('./read-texts.thread.ts', import.meta.url)
    this.#worker = new Worker(thread, { workerData, transferList: [port2] })
    this.#worker.on('error', (error: Error) => {
      this.#failed = error
    })
    this.#worker.unref()
    port1.unref()
  }

  /** How many batches were posted and not taken. */
  get waiting(): number {
    return this.#waiting
  }

  post(texts: readonly string[], given?: Given): void {
    this.#waiting += 1
    this.#port.postMessage({ texts, given })
  }

  /** The next batch, where it was read by now. */
  take(): ReadText[] | undefined {
    if (this.#failed) throw this.#failed
    const received = receiveMessageOnPort(this.#port)
    if (!received) return undefined
    this.#waiting -= 1
    return unpack(received.message as Int32Array)
  }

  /** Reads one batch, and waits for it without holding up this thread. */
  async read(texts: readonly string[], given: Given): Promise<ReadText[]> {
    this.post(texts, given)
    for (;;) {
      const read = this.take()
      if (read) return read
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  async close(): Promise<void> {
    this.#port.close()
    await this.#worker.terminate()
  }
}
