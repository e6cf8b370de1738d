import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** The last checkpoint this machine signed, kept outside the database, so that a database set back is noticed. */
export interface KeptCheckpoint {
  file: string
  read(): string | undefined
  write(note: string): Promise<void>
}

export function keptCheckpoint(folder: string): KeptCheckpoint {
  const file = join(folder, 'last-checkpoint.txt')
  return {
    file,
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    // Not in the way of requests: writing through to the disk takes milliseconds.
    write: async (note) => {
      await mkdir(folder, { recursive: true })
      const fresh = await open(`${file}.new`, 'w', 0o600)
      await fresh.writeFile(note)
      await fresh.sync()
      await fresh.close()
      await rename(`${file}.new`, file)
    },
  }
}
