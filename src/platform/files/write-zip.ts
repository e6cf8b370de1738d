import { Zip, ZipDeflate } from 'fflate'
import type { Instant } from '../time.ts'

type Write = (piece: string | Uint8Array) => Promise<void> | void

export interface ZipWriter {
  /** Adds a file, piece by piece; the next begins when this one is whole. */
  file(name: string, fill: (write: Write) => Promise<void>): Promise<void>
  end(): Promise<void>
}

/** Writes a ZIP archive while it is being made, in memory that does not grow with it. */
export function zipTo(write: Write, made: Instant): ZipWriter {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const drain = async () => {
    for (const chunk of ready.splice(0)) await write(chunk)
  }
  return {
    async file(name, fill) {
      const entry = new ZipDeflate(name)
      entry.mtime = made
      zip.add(entry)
      await fill((piece) => {
        entry.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
        return drain()
      })
      entry.push(new Uint8Array(), true)
      await drain()
    },
    async end() {
      zip.end()
      await drain()
    },
  }
}
