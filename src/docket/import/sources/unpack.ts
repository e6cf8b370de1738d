import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { MOST_FILES_IN_FOLDER } from './files-beside.ts'
import { isOfDisk } from './is-of-disk.ts'

const GIGABYTE = 1024 ** 3
const MOST_UNPACKED = 8 * GIGABYTE

export type UnpackRefusal = { refused: 'zip-damaged' | 'zip-too-large' | 'zip-encrypted' | 'workbook' }

/** Names that would lead out of the folder are turned away by yauzl itself. */
const isFolder = ({ fileName }: Entry) => fileName.endsWith('/')

async function unpackEntries(zip: ZipFile, into: string): Promise<UnpackRefusal | undefined> {
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return { refused: 'zip-encrypted' }
    if (entry.fileName === '[Content_Types].xml') return { refused: 'workbook' }
    unpacked += entry.uncompressedSize
    if (unpacked > MOST_UNPACKED) return { refused: 'zip-too-large' }
    if (!isFolder(entry)) await unpackOne(zip, entry, join(into, entry.fileName))
  }
  return undefined
}

/** yauzl stops at the first byte beyond the size that was claimed. */
async function unpackOne(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: 0o600 }))
}

/** Unpacks an archive into a folder of its own, file by file; answers why where it cannot be. */
export async function unpack(file: string, into: string): Promise<UnpackRefusal | undefined> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
    try {
      if (zip.entryCount > MOST_FILES_IN_FOLDER) return { refused: 'zip-too-large' }
      return await unpackEntries(zip, into)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (isOfDisk(error)) throw error
    return { refused: 'zip-damaged' }
  }
}
