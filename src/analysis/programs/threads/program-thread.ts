import { once } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Order, Outcome } from './programs-at-work.ts'

interface Open {
  worker: Worker
  port: MessagePort
}

/** So long an order may take; then the thread is ended, and another one begins anew. */
const LONGEST = 4 * 60_000

/** A thread of its own in which programs learn and read, one order after another, so that no page waits for them. */
export class ProgramThread {
  #open: Open | undefined

  async do(order: Order): Promise<Outcome> {
    this.#open ??= open()
    const { worker, port } = this.#open
    const over = new AbortController()
    const limit = setTimeout(() => over.abort(new Error('A program took too long.')), LONGEST)
    const failed = (error: Error) => over.abort(error)
    worker.once('error', failed)
    try {
      const answered = once(port, 'message', { signal: over.signal })
      port.postMessage(order)
      const [outcome] = (await answered) as [Outcome | { failed: string }]
      if ('failed' in outcome) throw new Error(outcome.failed)
      return outcome
    } catch (error) {
      await this.close()
      throw over.signal.aborted ? over.signal.reason : error
    } finally {
      clearTimeout(limit)
      worker.off('error', failed)
    }
  }

  async close(): Promise<void> {
    const was = this.#open
    this.#open = undefined
    was?.port.close()
    await was?.worker.terminate()
  }
}

function open(): Open {
  const { port1, port2 } = new MessageChannel()
  const workerData = { port: port2 }
  const worker = new Worker(new URL('./programs.thread.ts', import.meta.url), {
    workerData,
    transferList: [port2],
  })
  return { worker, port: port1 }
}
