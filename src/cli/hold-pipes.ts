import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface HeldFiles {
  files: string[]
  /** Deletes what was held. */
  letGo(): Promise<void>
}

/** What comes through a pipe can be read once, and a table is read twice: a pipe is held in a file as long as need be. */
export async function holdPipes(paths: readonly string[]): Promise<HeldFiles> {
  const folders: string[] = []
  const letGo = async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
  const hold = async (path: string): Promise<string> => {
    const found = await stat(path)
    if (found.isFile() || found.isDirectory()) return path
    const folder = await mkdtemp(join(tmpdir(), 'parley-pipe-'))
    folders.push(folder)
    const file = join(folder, 'piped')
    await pipeline(createReadStream(path), createWriteStream(file, { mode: 0o600 }))
    return file
  }
  try {
    const files: string[] = []
    for (const path of paths) files.push(await hold(path))
    return { files, letGo }
  } catch (error) {
    await letGo()
    throw error
  }
}
