import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, parseInstant } from '../platform/time.ts'
import { writePrivate } from './files.ts'

export interface LastBackup {
  at: Instant
  file: string
}

const fileIn = (dataFolder: string) => join(dataFolder, 'last-backup.json')

export async function writeLastBackup(
  dataFolder: string,
  made: { at: string; file: string; bytes: number },
): Promise<void> {
  await writePrivate(fileIn(dataFolder), `${JSON.stringify(made)}\n`)
}

/** The newest backup that was made of this data folder, as far as it was noted down. */
export function readLastBackup(dataFolder: string): LastBackup | undefined {
  if (!existsSync(fileIn(dataFolder))) return undefined
  const { at, file } = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'))
  const instant = parseInstant(String(at))
  return instant && { at: instant, file: String(file) }
}
