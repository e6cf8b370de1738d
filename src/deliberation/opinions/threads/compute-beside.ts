import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Computed, computeOpinions, type Given } from '../compute-opinions.ts'

/** With more votes than this, others who share this thread would notice that it computes. */
const MOST_HERE = 10_000

/**
 * Computes at once what is little, and what is much in a thread of its own, which ends when asked to stop.
 * @param given its votes are moved into that thread, and are gone here
 * @throws what the computing threw; the reason of the signal where it was asked to stop
 */
export async function computeBeside(
  given: Given,
  stopping?: AbortSignal,
  mostHere: number = MOST_HERE,
): Promise<Computed> {
  if (given.votes.values.length <= mostHere) return computeOpinions(given)
  return computeInThread(given, stopping)
}

async function computeInThread(given: Given, stopping?: AbortSignal): Promise<Computed> {
  const over = new AbortController()
  const { port1, port2 } = new MessageChannel()
  const buffers = Object.values(given.votes).map(({ buffer }) => buffer as ArrayBuffer)
  const worker = new Worker(new URL('./opinions.thread.ts', import.meta.url), {
    workerData: { port: port2, given },
    transferList: [port2, ...buffers],
  })
  worker.once('error', (error) => over.abort(error))
  worker.once('exit', () => over.abort(new Error('its thread ended')))
  const signal = AbortSignal.any(stopping ? [over.signal, stopping] : [over.signal])
  try {
    const [computed] = (await once(port1, 'message', { signal })) as [Computed]
    return computed
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    port1.close()
    await worker.terminate()
  }
}
