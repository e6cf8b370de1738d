import { listReasons } from '../moderation/index.ts'
import { eraseThings } from './erase-things.ts'
import { completeLedgers, readLedgers } from './ledger.ts'
import type { LedgerEntry } from './ledger-lines.ts'
import { keyOf } from './model.ts'
import { removeFiles } from './remove-files.ts'
import type { ErasingServices } from './services.ts'
import { listErasures, lockLedger } from './store.ts'

export interface Replayed {
  /** Erasures that the ledger and its copy hold. */
  read: number
  /** Those of them that the database did not have yet, and has now. */
  applied: number
  /** What whoever runs the machine must know, in sentences. */
  problems: string[]
}

/** Erasures that the ledger or its copy names, and the database does not have yet. */
export async function listMissing(
  services: Pick<ErasingServices, 'db' | 'ledger' | 'ledgerCopy'>,
): Promise<{ missing: LedgerEntry[]; read: number; unreadable: number }> {
  return services.db.transaction().execute(async (tx) => {
    await lockLedger(tx)
    const { entries, unreadable } = await readLedgers(services)
    const known = new Set((await listErasures(tx)).map(keyOf))
    return { missing: entries.filter((one) => !known.has(keyOf(one))), read: entries.length, unreadable }
  })
}

/**
 * After a restore: applies every erasure of the ledger and its copy that the restored database does not have yet, then
 * completes both. Doing it twice does nothing more. What a backup does not hold is remembered all the same. It never
 * lets an erased administrator come back, not even the last one.
 */
export async function replayErasures(services: ErasingServices): Promise<Replayed> {
  const { db, ledger } = services
  const { missing, read, unreadable } = await listMissing(services)
  const reasons = new Set((await listReasons(db, { retired: true })).map(({ code }) => code))
  for (const entry of missing) {
    const reason = reasons.has(entry.reason) ? entry.reason : 'other-erasure'
    await replay(services, { ...entry, reason })
  }
  const damage = unreadable > 0 ? [sayUnreadable(ledger, unreadable)] : []
  return { read, applied: missing.length, problems: [...damage, ...(await completeLedgers(db, services))] }
}

const sayUnreadable = (ledger: string, unreadable: number) =>
  `DAMAGED: ${unreadable} lines of the ledger of erasures ${ledger} cannot be read. If this was restored from a backup, ` +
  'what they name may be here again: compare it with the copy beside the keys or elsewhere, and mend or remove them.'

async function replay(services: ErasingServices, entry: LedgerEntry): Promise<void> {
  const { files, archives } = await services.db
    .transaction()
    .execute((tx) => eraseThings(tx, [entry], { ...entry, lastToo: true }))
  await removeFiles(services, [...files, ...archives])
}
