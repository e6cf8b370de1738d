import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FileRead } from './analysis.ts'

/** Files by name, size and SHA-256, so that a report can be made again from the same; of a folder the name alone. */
export async function describeFiles(names: readonly string[]): Promise<FileRead[]> {
  const files: FileRead[] = []
  for (const name of names) {
    const found = await stat(name)
    if (!found.isFile()) {
      files.push({ name })
      continue
    }
    const hash = createHash('sha256')
    await pipeline(createReadStream(name), hash)
    files.push({ name, bytes: found.size, sha256: hash.digest('hex') })
  }
  return files
}
