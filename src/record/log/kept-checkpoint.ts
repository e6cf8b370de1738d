import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The last checkpoint this machine signed, kept outside the database, so that a database set back is noticed. */
export interface KeptCheckpoint {
  file: string
  read(): string | undefined
  write(note: string): void
}

export function keptCheckpoint(folder: string): KeptCheckpoint {
  const file = join(folder, 'last-checkpoint.txt')
  return {
    file,
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    write: (note) => {
      mkdirSync(folder, { recursive: true })
      const open = openSync(`${file}.new`, 'w', 0o600)
      writeSync(open, note)
      fsyncSync(open)
      closeSync(open)
      renameSync(`${file}.new`, file)
    },
  }
}
