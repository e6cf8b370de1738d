import { hexBytes, type Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { type Committed, commit, type Opening } from '../proof/commitments.ts'
import { bodyOf, type Leaf, type LeafId } from '../proof/leaf.ts'
import type { SigningKey } from '../proof/note.ts'
import { fitParts, type Part } from '../proof/parts.ts'
import { signPromises } from '../proof/promise.ts'
import { insertLeaves, type LeafRows } from './store.ts'
import type { LogTables } from './tables.ts'

/** What is to stand in the log; its parts stay with the caller, the log gets commitments to them. */
export interface NewLeaf {
  kind: string
  number: string
  process?: string | undefined
  received: Instant
  about?: LeafId | undefined
  /** The parts of the earlier leaf that this one speaks of, counted from 1; none stands for all. */
  aboutParts?: readonly number[]
  parts?: readonly Part[]
}

/** A leaf ready for the log; `parts` are those committed to, in their order: fewer where paragraphs were bound. */
export interface MadeLeaf {
  leaf: Leaf
  body: string
  parts: readonly Part[]
  openings: readonly Opening[]
}

/** Parts as a leaf holds them, with the commitments to them and what opens those. */
export interface SealedParts extends Committed {
  parts: readonly Part[]
}

export function sealParts(parts: readonly Part[]): SealedParts {
  const fitted = fitParts(parts)
  return { parts: fitted, ...commit(fitted) }
}

/** What costs time is sealing: whoever has sealed the parts of a leaf beforehand hands them in. */
export function makeLeaf(
  { kind, number, process, received, about, aboutParts, parts: unsealed = [] }: NewLeaf,
  { parts, commitments, openings }: SealedParts = sealParts(unsealed),
): MadeLeaf {
  const id = newId<'leaf'>(received.getTime())
  const leaf = { id, kind, number, process, received, about, parts: aboutParts ?? [], commitments }
  return { leaf, body: bodyOf(leaf), parts, openings }
}

/** Leaves as rows of their tables, for a statement that inserts what they tell of too. */
export function leafRows(made: readonly MadeLeaf[]): LeafRows {
  const opened = made.filter(({ openings }) => openings.length > 0)
  return {
    'record.leaf': made.map(({ leaf, body }) => ({ id: leaf.id, body })),
    'record.salt': opened.map(({ leaf, openings }) => ({
      leaf_id: leaf.id,
      labels: openings.map(({ label }) => label),
      salts: openings.map(({ salt }) => hexBytes(salt)),
    })),
  }
}

/** Stores leaves in the caller's transaction; the sequencer gives them their places once that has committed. */
export async function appendLeaves(tx: Tx<LogTables>, made: readonly MadeLeaf[]): Promise<void> {
  await insertLeaves(tx, leafRows(made))
}

export async function appendLeaf(tx: Tx<LogTables>, leaf: NewLeaf): Promise<MadeLeaf> {
  const made = makeLeaf(leaf)
  await appendLeaves(tx, [made])
  return made
}

/** The signed promises of places in the log: given only after the leaves' transaction has committed. */
export function promisesOf(made: readonly MadeLeaf[], key: SigningKey): string[] {
  return signPromises(
    made.map(({ leaf: { number, received }, body }) => ({ number, received, body })),
    key,
  )
}
