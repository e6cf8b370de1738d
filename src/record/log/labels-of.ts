import type { Db } from '../../platform/db/index.ts'
import type { LeafId } from '../proof/leaf.ts'
import { listSalts } from './store.ts'
import type { LogTables } from './tables.ts'

/** What the parts of these leaves are called, in their order; an erased part has no label any more. */
export async function labelsOf(
  db: Db<LogTables>,
  leaves: readonly LeafId[],
): Promise<ReadonlyMap<LeafId, readonly string[]>> {
  const rows = await listSalts(db, leaves)
  return new Map(rows.map(({ leaf_id, labels }) => [leaf_id, labels]))
}
