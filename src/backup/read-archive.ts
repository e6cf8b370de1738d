import type { FileHandle } from 'node:fs/promises'
import { BackupRefused, isKnownName } from './model.ts'
import { blockBytes, looksLikeTar, paddingAfter, readTarHeader } from './tar.ts'

/** An entry and where in the file its bytes begin. */
export interface Placed {
  name: string
  size: number
  start: number
}

const chunkBytes = 1024 ** 2

const cutShort = () =>
  new BackupRefused('The backup is cut short: its end is missing. Nothing was restored; take another copy.')

export const damaged = (where: string) =>
  new BackupRefused(`The backup is damaged ${where}. Nothing was restored; take another copy.`)

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) throw cutShort()
    done += bytesRead
  }
  return bytes
}

export async function* contentOf(handle: FileHandle, { size, start }: Placed): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += chunkBytes)
    yield await readAt(handle, start + at, Math.min(chunkBytes, size - at))
}

/** The bytes of an entry that is known to be small. */
export async function wholeOf(handle: FileHandle, entry: Placed, most: number): Promise<Buffer> {
  if (entry.size > most) throw damaged(`at ${entry.name}`)
  return readAt(handle, entry.start, entry.size)
}

async function assertEnd(handle: FileHandle, position: number): Promise<void> {
  const rest = await readAt(handle, position, blockBytes)
  const { size } = await handle.stat()
  if (!isZero(rest) || size !== position + blockBytes) throw damaged('at its end')
}

const isZero = (bytes: Buffer) => bytes.every((byte) => byte === 0)

async function entryAt(handle: FileHandle, position: number, block: Buffer): Promise<Placed> {
  const entry = readTarHeader(block)
  if (!entry || !isKnownName(entry.name)) throw damaged(`at byte ${position}`)
  const start = position + blockBytes
  const padding = await readAt(handle, start + entry.size, paddingAfter(entry.size))
  if (!isZero(padding)) throw damaged(`behind ${entry.name}`)
  return { name: entry.name, size: entry.size, start }
}

/** Each entry in its order; every block that is not an entry's own bytes must be as we wrote it. */
export async function* entriesIn(handle: FileHandle): AsyncGenerator<Placed> {
  for (let position = 0; ; ) {
    const block = await readAt(handle, position, blockBytes)
    if (position === 0 && !looksLikeTar(block))
      throw new BackupRefused('That is not a backup made by ./parley backup.')
    if (isZero(block)) return assertEnd(handle, position + blockBytes)
    const entry = await entryAt(handle, position, block)
    yield entry
    position = entry.start + entry.size + paddingAfter(entry.size)
  }
}
