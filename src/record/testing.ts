import type { Tx } from '../platform/db/index.ts'
import { type Instant, parseInstant, systemClock } from '../platform/time.ts'
import { appendLeaves, type MadeLeaf, makeLeaf } from './log/append-leaves.ts'
import { eraseParts } from './log/erase-parts.ts'
import type { ExportedComment, ExportSource } from './log/export-log.ts'
import type { KeptCheckpoint } from './log/kept-checkpoint.ts'
import type { LogTables } from './log/tables.ts'
import type { LeafId } from './proof/leaf.ts'
import { type Part, partOf, partsOfText } from './proof/parts.ts'

/** A docket without rooms: it remembers what it received and what became of it, as the rooms above would. */
export class SampleDocket implements ExportSource<LogTables> {
  readonly received: MadeLeaf[] = []
  readonly #words = new Map<LeafId, readonly Part[]>()
  readonly #status = new Map<LeafId, ExportedComment['status']>()

  async receive(tx: Tx<LogTables>, at: Instant, texts: readonly string[]): Promise<MadeLeaf[]> {
    const made = texts.map((text) => {
      const number = `DEMO-2026-0001-${String(this.received.length + 1).padStart(4, '0')}`
      const parts = [partOf('name', 'Ada Lovelace'), ...partsOfText('answer to question 1', text)]
      const leaf = makeLeaf({ kind: 'comment-received', number, received: at, parts })
      this.received.push(leaf)
      this.#status.set(leaf.leaf.id, 'screening')
      return leaf
    })
    await appendLeaves(tx, made)
    return made
  }

  /** Posts every paragraph and keeps the name back. */
  async post(tx: Tx<LogTables>, { leaf, parts }: MadeLeaf, at: Instant): Promise<void> {
    const shown = parts.map((_, i) => i + 1).slice(1)
    await this.#tell(tx, leaf, 'comment-posted', at, { aboutParts: shown })
    this.#words.set(leaf.id, parts)
    this.#status.set(leaf.id, 'posted')
  }

  async withhold(tx: Tx<LogTables>, { leaf }: MadeLeaf, at: Instant): Promise<void> {
    const reason = [partOf('reason', 'Speaks of a private person.')]
    const told = await this.#tell(tx, leaf, 'comment-withheld', at, { parts: reason })
    this.#words.set(told.leaf.id, reason)
    this.#status.set(leaf.id, 'withheld')
  }

  async erase(tx: Tx<LogTables>, { leaf }: MadeLeaf, at: Instant): Promise<void> {
    await eraseParts(tx, leaf.id, [], at)
    this.#words.delete(leaf.id)
    this.#status.set(leaf.id, 'erased')
  }

  async published(_: unknown, leaves: readonly LeafId[]) {
    const shown = (parts: readonly Part[]) =>
      parts.flatMap(({ of, text }, i) => (of === 'name' ? [] : [{ part: i + 1, text }]))
    return new Map(leaves.map((id) => [id, shown(this.#words.get(id) ?? [])]))
  }

  async comments(_: unknown, after: LeafId | undefined): Promise<ExportedComment[]> {
    if (after) return []
    return this.received.map(({ leaf }) => ({
      leaf: leaf.id,
      number: leaf.number,
      status: this.#status.get(leaf.id) ?? 'screening',
    }))
  }

  async #tell(
    tx: Tx<LogTables>,
    about: { id: LeafId; number: string },
    kind: string,
    at: Instant,
    more: object,
  ) {
    const made = makeLeaf({ kind, number: about.number, received: at, about: about.id, ...more })
    await appendLeaves(tx, [made])
    return made
  }
}

/** A kept checkpoint without a disk, so that tests can lose it or set it back. */
export function keptInMemory(note?: string): KeptCheckpoint {
  let kept = note
  return {
    file: 'memory',
    read: () => kept,
    write: async (next) => {
      kept = next
    },
  }
}

/** A clock that a test sets. */
export function testClock(start = '2026-03-01T12:00:00.000Z') {
  let now = start
  return {
    now: () => parseInstant(now) ?? systemClock.now(),
    set: (text: string) => {
      now = text
    },
  }
}
