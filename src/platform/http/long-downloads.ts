import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Unavailable } from '../errors.ts'

/** Takes a piece; where it answers with a promise, the next piece waits for it. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void> | void

/** Makes a stream of what is written for a caller, known by the address they call from. */
export type LongDownload = (caller: string, produce: (write: WritePiece) => Promise<void>) => Readable

/** Each holds a transaction for as long as it is read: few at once, one for each caller, none for a reader who stopped. */
const limits = { most: 2, patience: 30_000 }

/** Streams what takes long to make; one whose reader went away, or takes nothing more, is given up. */
export function longDownloads({ most, patience } = limits): LongDownload {
  const running = new Set<string>()
  return (caller, produce) => {
    if (running.size >= most || running.has(caller)) throw new Unavailable('Other exports are under way.')
    running.add(caller)
    const pieces = new PassThrough()
    // It may fail before anybody reads it; whoever reads it then is told by the stream itself.
    pieces.on('error', () => {})
    produce(writerTo(pieces, patience))
      .finally(() => {
        running.delete(caller)
      })
      .then(
        () => pieces.end(),
        (error) => pieces.destroy(error),
      )
    return pieces
  }
}

function writerTo(pieces: PassThrough, patience: number): WritePiece {
  const gone = new AbortController()
  pieces.once('close', () => gone.abort())
  return (piece) => {
    gone.signal.throwIfAborted()
    if (pieces.write(piece)) return undefined
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(patience)])
    return once(pieces, 'drain', { signal }).then(() => undefined)
  }
}
