import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Unavailable } from '../../platform/errors.ts'
import type { WriteLine } from './export-log.ts'

/** Each export holds a transaction for as long as it is read: few at once, one for each caller, none for a reader who stopped. */
const limits = { most: 2, patience: 30_000 }

/** Makes a stream of lines of each export; one whose reader went away, or takes nothing more, is given up. */
export function exportStreams(
  exportTo: (write: WriteLine) => Promise<void>,
  { most, patience } = limits,
): (caller: string) => Readable {
  const running = new Set<string>()
  return (caller) => {
    if (running.size >= most || running.has(caller)) throw new Unavailable('Other exports are under way.')
    running.add(caller)
    const lines = new PassThrough()
    exportTo(writerTo(lines, patience))
      .finally(() => {
        running.delete(caller)
      })
      .then(
        () => lines.end(),
        (error) => lines.destroy(error),
      )
    return lines
  }
}

function writerTo(lines: PassThrough, patience: number): WriteLine {
  const gone = new AbortController()
  lines.once('close', () => gone.abort())
  return (line) => {
    gone.signal.throwIfAborted()
    if (lines.write(`${line}\n`)) return undefined
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(patience)])
    return once(lines, 'drain', { signal }).then(() => undefined)
  }
}
