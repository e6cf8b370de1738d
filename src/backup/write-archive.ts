import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Part } from './model.ts'
import { blockBytes, paddingAfter, tarHeader } from './tar.ts'

/** Writes one entry after another; keeps the hash of each, but not of stored files, whose name says it. */
export class ArchiveWriter {
  readonly parts: Part[] = []
  readonly #handle: FileHandle
  readonly #time: number
  bytes = 0

  constructor(handle: FileHandle, time: number) {
    this.#handle = handle
    this.#time = time
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#handle.writeFile(bytes)
    this.bytes += bytes.length
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await this.#write(tarHeader({ name, size: bytes.length, time: this.#time }))
    await this.#write(bytes)
    await this.#write(Buffer.alloc(paddingAfter(bytes.length)))
    this.parts.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }

  /** Copies a stored file; answers whether its bytes are what its address says. */
  async addStored(sha256: string, size: number, chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
    await this.#write(tarHeader({ name: `files/${sha256}`, size, time: this.#time }))
    const hash = createHash('sha256')
    let copied = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      copied += chunk.length
      await this.#write(chunk)
    }
    await this.#write(Buffer.alloc(paddingAfter(size)))
    return copied === size && hash.digest('hex') === sha256
  }

  async end(): Promise<void> {
    await this.#write(Buffer.alloc(2 * blockBytes))
    await this.#handle.sync()
  }
}
