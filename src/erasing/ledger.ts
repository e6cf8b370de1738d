import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Erased, PersonId } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { parseId } from '../platform/id.ts'
import { parseInstant } from '../platform/time.ts'
import { type ErasedThing, kinds } from './model.ts'
import { listErasures, lockLedger } from './store.ts'
import type { ErasingTables } from './tables.ts'

export type LedgerEntry = ErasedThing & Erased

export const ledgerName = 'erasures.jsonl'
const keyOf = ({ kind, id }: ErasedThing) => `${kind} ${id}`

const lineOf = ({ at, kind, id, reason, by }: LedgerEntry) =>
  `${JSON.stringify({ at: at.toISOString(), kind, id, reason, by })}\n`

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** A line that was cut off by a crash is none; it is written again from the database. */
function entryOf(line: string): LedgerEntry | undefined {
  try {
    const said: { [Name in 'kind' | 'id' | 'at' | 'by' | 'reason']?: unknown } = JSON.parse(line)
    const kind = kinds.find((one) => one === said.kind)
    const [id, at] = [parseId(text(said.id)), parseInstant(text(said.at))]
    const by: PersonId | undefined = parseId<'person'>(text(said.by))
    return kind && id && at && text(said.reason) ? { kind, id, at, reason: text(said.reason), by } : undefined
  } catch {
    return undefined
  }
}

async function contentOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/** The erasures that a ledger holds, and how many of its lines cannot be read. */
export async function readLedger(path: string): Promise<{ entries: LedgerEntry[]; unreadable: number }> {
  const lines = (await contentOf(path)).split('\n').filter((line) => line.trim() !== '')
  const entries = lines.flatMap((line) => entryOf(line) ?? [])
  return { entries, unreadable: lines.length - entries.length }
}

async function appendSafely(path: string, lines: string): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(lines)
    await file.sync()
  } finally {
    await file.close()
  }
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/**
 * Brings the ledger up to the database: rows are written in the transaction that erases, lines after it and again at
 * each start, so that a crash in between loses nothing. Answers how many lines were added.
 */
export function writeLedger(db: Db<ErasingTables>, path: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await lockLedger(tx)
    const before = await contentOf(path)
    const known = new Set((await readLedger(path)).entries.map(keyOf))
    const missing = (await listErasures(tx)).filter((one) => !known.has(keyOf(one)))
    const cut = before !== '' && !before.endsWith('\n') ? '\n' : ''
    if (missing.length > 0) await appendSafely(path, cut + missing.map(lineOf).join(''))
    return missing.length
  })
}
