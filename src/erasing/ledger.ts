import { open, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Db } from '../platform/db/index.ts'
import { syncFolder } from '../platform/files/index.ts'
import { joinLedgers, type Ledger, type LedgerEntry, lineOf, parseLedger } from './ledger-lines.ts'
import { keyOf } from './model.ts'
import type { ErasingServices } from './services.ts'
import { listErasures, lockLedger } from './store.ts'
import type { ErasingTables } from './tables.ts'

/** Thrown to undo an erasure of which the ledger would not know. */
export class LedgerNotWritten extends Error {}

async function contentOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

export const readLedger = async (path: string): Promise<Ledger> => parseLedger(await contentOf(path))

const isCopied = ({ ledger, ledgerCopy }: Ledgers) => resolve(ledger) !== resolve(ledgerCopy)

type Ledgers = Pick<ErasingServices, 'ledger' | 'ledgerCopy'>

/** All that the ledger and its copy hold, and how many lines of the ledger itself cannot be read. */
export async function readLedgers(paths: Ledgers): Promise<Pick<Ledger, 'entries' | 'unreadable'>> {
  const [own, copy] = [await readLedger(paths.ledger), await readLedger(paths.ledgerCopy)]
  return { entries: joinLedgers(own, copy), unreadable: own.unreadable }
}

async function endOf(path: string): Promise<{ begins: number; gap: string }> {
  const content = await contentOf(path)
  const { cut } = parseLedger(content)
  const kept = content.slice(0, content.length - cut.length)
  return { begins: Buffer.byteLength(kept), gap: kept === '' || kept.endsWith('\n') ? '' : '\n' }
}

/** Adds these lines so that they outlive a loss of power, in place of a line that a crash cut off; or adds nothing. */
async function append(path: string, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return
  const { begins, gap } = await endOf(path)
  const file = await open(path, 'a', 0o600)
  try {
    await file.truncate(begins)
    await file.writeFile(gap + entries.map(lineOf).join(''))
    await file.sync()
  } catch (error) {
    await file.truncate(begins).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
  await syncFolder(dirname(path))
}

/** Writes what is being erased into the ledger, within the transaction and before it ends: none of both is without the other. */
export async function noteInLedger({ ledger }: Ledgers, entries: readonly LedgerEntry[]): Promise<void> {
  try {
    await append(ledger, entries)
  } catch (error) {
    throw new LedgerNotWritten(`The ledger of erasures ${ledger} cannot be written: ${messageOf(error)}.`)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function complete(path: string, entries: readonly LedgerEntry[]): Promise<string[]> {
  try {
    const known = new Set((await readLedger(path)).entries.map(keyOf))
    await append(
      path,
      entries.filter((one) => !known.has(keyOf(one))),
    )
    return []
  } catch (error) {
    return [`The ledger of erasures ${path} cannot be written: ${messageOf(error)}.`]
  }
}

/** Brings the ledger and its copy up to the database and to each other; answers in sentences what could not be written. */
export function completeLedgers(db: Db<ErasingTables>, paths: Ledgers): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await lockLedger(tx)
    const all = joinLedgers(await readLedgers(paths), { entries: await listErasures(tx) })
    const own = await complete(paths.ledger, all)
    return isCopied(paths) ? [...own, ...(await complete(paths.ledgerCopy, all))] : own
  })
}

/** After an erasure: the copy is for the day on which the data folder is lost, and holds nothing up. */
export async function copyToLedger({ ledgerCopy, ...paths }: Ledgers, entries: readonly LedgerEntry[]) {
  if (isCopied({ ledgerCopy, ...paths })) await append(ledgerCopy, entries).catch(() => {})
}
