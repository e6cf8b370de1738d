import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinLedgers, type Ledger, ledgersIn, lineOf, parseLedger } from '../erasing/index.ts'
import type { Config } from '../platform/config.ts'
import { writePrivate } from './files.ts'
import { BackupRefused, ledgerName } from './model.ts'

export interface FoundLedgers {
  ledgers: readonly Ledger[]
  /** The files besides the backup that erasures were taken from. */
  files: readonly string[]
}

function readNamed(file: string): Ledger {
  if (!existsSync(file)) throw new BackupRefused(`There is no ledger ${file}.`)
  const text = readFileSync(file, 'utf8')
  if (text.split('\n').every((line) => line.trim() === '' || line.startsWith('{'))) return parseLedger(text)
  throw new BackupRefused(`${file} is no ledger of erasures: each of its lines is one in JSON.`)
}

/** The ledger that somebody names, and those that lie in the data folder and beside the keys already. */
export function findLedgers(named: string | undefined, config: Config): FoundLedgers {
  const { ledger, ledgerCopy } = ledgersIn(config)
  const files = [
    ...(named === undefined ? [] : [named]),
    ...[ledger, ledgerCopy].filter((one) => existsSync(one)),
  ]
  return { files, ledgers: files.map(readNamed) }
}

/** What cannot be read may name somebody who would come back unnoticed. */
export function assertReadable(ledgers: readonly Ledger[], skipDamaged: boolean): void {
  const damaged = ledgers.reduce((sum, { unreadable, cut }) => sum + unreadable + (cut === '' ? 0 : 1), 0)
  if (damaged === 0 || skipDamaged) return
  throw new BackupRefused(
    `${damaged} lines of the ledger of erasures cannot be read, so that somebody who was erased could come back. ` +
      'Name a whole copy with --erasures FILE, or say --skip-damaged-erasures.',
  )
}

/** Lays the ledger where it is applied, before anybody can read what was erased; answers how many erasures it names. */
export async function restoreLedger(ledgers: readonly Ledger[], dataFolder: string): Promise<number> {
  const entries = joinLedgers(...ledgers)
  if (entries.length > 0) await writePrivate(join(dataFolder, ledgerName), entries.map(lineOf).join(''))
  return entries.length
}
