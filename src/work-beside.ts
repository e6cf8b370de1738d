import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Connection } from './platform/db/index.ts'
import type { Loop } from './platform/loop.ts'

/** So long after it fell over the work begins anew. */
const REST = 1000

interface Beside {
  port: MessagePort
  /** Fulfils when the thread has ended, with what ended it. */
  ended: Promise<Error>
}

function open(connection: Connection, log: (line: string) => void): Beside {
  const { port1: port, port2 } = new MessageChannel()
  const options = { workerData: { port: port2, connection }, transferList: [port2] }
  const worker = new Worker(new URL('./work.thread.ts', import.meta.url), options)
  port.on('message', log)
  const ended = new Promise<Error>((resolve) => {
    worker.once('error', resolve)
    worker.once('exit', () => resolve(new Error('its thread ended')))
  })
  return { port, ended }
}

/**
 * Starts all work that runs beside the web process in a thread of its own, so that no reader waits for it; should the
 * thread fall over, as where the database dies while it starts, that is told and the work begins anew.
 */
export function startWorkBeside(
  { connection }: { connection: Connection },
  log: (line: string) => void,
): Loop {
  let beside = open(connection, log)
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  const watching = (async () => {
    for (;;) {
      const fell = await Promise.race([beside.ended, stopped])
      if (!(fell instanceof Error)) return
      log(`The work beside the pages stopped and begins anew: ${fell.message}`)
      await Promise.race([sleep(REST), stopped])
      if (stopping.signal.aborted) return
      beside = open(connection, log)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await watching
      beside.port.postMessage('end')
      await beside.ended
      beside.port.close()
    },
  }
}
