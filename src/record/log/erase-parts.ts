import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { factsOf, type LeafId } from '../proof/leaf.ts'
import { appendLeaf, type MadeLeaf } from './append-leaves.ts'
import { destroySalts, findLeaf } from './store.ts'
import type { LogTables } from './tables.ts'

/**
 * Makes parts of a leaf unprovable for good, and says in the log that it was done. The words themselves are the
 * caller's to destroy, in the same transaction. No parts named means all.
 */
export async function eraseParts(
  tx: Tx<LogTables>,
  id: LeafId,
  parts: readonly number[],
  at: Instant,
): Promise<MadeLeaf | undefined> {
  const leaf = await findLeaf(tx, id)
  if (!leaf) return undefined
  const { number, process } = factsOf(leaf.body)
  await destroySalts(tx, id, parts)
  return appendLeaf(tx, { kind: 'erased', number, process, received: at, about: id, aboutParts: parts })
}
