import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const markIn = (dataFolder: string) => join(dataFolder, 'restore-unfinished.txt')

/** Stands in the data folder from before the first byte is restored until all was verified. */
export function markUnfinished(dataFolder: string, file: string): void {
  writeFileSync(markIn(dataFolder), `${file}\n`, { mode: 0o600, flush: true })
}

export function clearUnfinished(dataFolder: string): void {
  rmSync(markIn(dataFolder))
}

/** Refuses what an interrupted restore left: nobody shall take half an installation for a whole one. */
export function assertRestored(dataFolder: string): void {
  if (!existsSync(markIn(dataFolder))) return
  const file = readFileSync(markIn(dataFolder), 'utf8').trim()
  throw new Error(
    `A restore of ${file} into ${dataFolder} was interrupted, so this is not a whole installation. ` +
      'Delete the folder (and empty the database, if DATABASE_URL names one), then restore again.',
  )
}
