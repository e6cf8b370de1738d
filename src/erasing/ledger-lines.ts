import type { Erased, PersonId } from '../participants/index.ts'
import { parseId } from '../platform/id.ts'
import { parseInstant } from '../platform/time.ts'
import { type ErasedThing, keyOf, kinds } from './model.ts'

export type LedgerEntry = ErasedThing & Erased

export const ledgerName = 'erasures.jsonl'

export const lineOf = ({ at, kind, id, reason, by }: LedgerEntry): string =>
  `${JSON.stringify({ at: at.toISOString(), kind, id, reason, by })}\n`

const text = (value: unknown) => (typeof value === 'string' ? value : '')

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

export interface Ledger {
  entries: LedgerEntry[]
  /** How many of its lines cannot be read. */
  unreadable: number
  /** A last line that a crash cut off: what it was to name was never erased, or is written again. */
  cut: string
}

/** What a ledger holds. */
export function parseLedger(content: string): Ledger {
  const lines = content.split('\n')
  const last = lines.at(-1) ?? ''
  const cut = entryOf(last) ? '' : last
  const whole = (cut === '' ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '')
  const entries = whole.flatMap((line) => entryOf(line) ?? [])
  return { entries, unreadable: whole.length - entries.length, cut }
}

/** The entries of several ledgers, each thing once, as it was first said. */
export function joinLedgers(...ledgers: readonly Pick<Ledger, 'entries'>[]): LedgerEntry[] {
  const all = new Map<string, LedgerEntry>()
  for (const entry of ledgers.flatMap(({ entries }) => entries))
    if (!all.has(keyOf(entry))) all.set(keyOf(entry), entry)
  return [...all.values()]
}
