import { existsSync, readFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedBackup } from './check-backup.ts'
import { writePrivate } from './files.ts'
import { BackupRefused, ledgerName } from './model.ts'
import { wholeOf } from './read-archive.ts'

const mostBytes = 256 * 1024 ** 2

/** The lines of a ledger that somebody names, newer than the one in the backup. */
export function readNamedLedger(file: string | undefined): string {
  if (file === undefined) return ''
  if (!existsSync(file)) throw new BackupRefused(`There is no ledger ${file}.`)
  const text = readFileSync(file, 'utf8')
  if (text.split('\n').every((line) => line.trim() === '' || line.startsWith('{'))) return text
  throw new BackupRefused(`${file} is no ledger of erasures: each of its lines is one in JSON.`)
}

/** Lays the ledger where the next start applies it, before anybody can read what was erased; answers how many lines. */
export async function restoreLedger(
  { handle, backup, named }: { handle: FileHandle; backup: CheckedBackup; named: string },
  dataFolder: string,
): Promise<number> {
  const entry = backup.parts.get(ledgerName)
  const ours = entry ? (await wholeOf(handle, entry, mostBytes)).toString('utf8') : ''
  const lines = new Set(`${ours}\n${named}`.split('\n').filter((line) => line.trim() !== ''))
  if (lines.size > 0) await writePrivate(join(dataFolder, ledgerName), `${[...lines].join('\n')}\n`)
  return lines.size
}
