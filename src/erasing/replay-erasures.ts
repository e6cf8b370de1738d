import { eraseThings } from './erase-things.ts'
import { type LedgerEntry, readLedger, writeLedger } from './ledger.ts'
import { removeFiles } from './remove-files.ts'
import type { ErasingServices } from './services.ts'
import { listErasures } from './store.ts'

export interface Replayed {
  /** Erasures that the ledger holds. */
  read: number
  /** Those of them that the database did not have yet, and has now. */
  applied: number
  /** Lines that cannot be read. */
  unreadable: number
}

/**
 * After a restore: applies every erasure of a ledger (`from`, else the installation's own) that the restored database
 * does not have yet, then writes the ledger anew from both. Doing it twice does nothing more. What a backup does not
 * hold is remembered all the same. It never lets an erased administrator come back, not even the last one.
 */
export async function replayErasures(services: ErasingServices, from = services.ledger): Promise<Replayed> {
  const { db } = services
  const { entries, unreadable } = await readLedger(from)
  const known = new Set((await listErasures(db)).map(({ kind, id }) => `${kind} ${id}`))
  const missing = entries.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  const files: string[] = []
  for (const entry of missing) files.push(...(await replay(services, entry)))
  await removeFiles(services, files)
  await writeLedger(db, services.ledger)
  return { read: entries.length, applied: missing.length, unreadable }
}

const replay = ({ db }: ErasingServices, entry: LedgerEntry): Promise<string[]> =>
  db.transaction().execute((tx) => eraseThings(tx, [entry], { ...entry, lastToo: true }))
