import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Root's folder lets the database's own user pass through, and nobody look in.
const mode = process.getuid?.() === 0 ? 0o711 : 0o700

/** Makes the folder for all that an installation keeps, closed to other people. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
    if (!isPrivate(folder)) chmodSync(folder, mode)
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be made or closed to others: ${(error as Error).message}. ` +
        'Set PARLEY_DATA to a folder that belongs to you.',
    )
  }
}

/** Says whether only its owner can see what lies in a folder. */
export const isPrivate = (folder: string): boolean => (statSync(folder).mode & 0o777 & ~mode) === 0

const addressFile = (folder: string) => join(folder, 'address')

/** Writes down where people reach this installation, for the command line, whose own settings may not say it. */
export const writeAddress = (folder: string, url: string): void =>
  writeFileSync(addressFile(folder), `${url}\n`)

/** Where this installation was reached when it last served; nothing where it never did. */
export function addressIn(folder: string): string | undefined {
  try {
    return readFileSync(addressFile(folder), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}
