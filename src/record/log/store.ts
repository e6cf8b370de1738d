import type { Tx } from '../../platform/db/index.ts'
import type { LeafId } from '../proof/leaf.ts'
import type { LogTables } from './tables.ts'

const mostRows = 1000

export async function insertLeaves(
  tx: Tx<LogTables>,
  leaves: readonly { id: LeafId; body: string }[],
  salts: readonly LogTables['record.salt'][],
): Promise<void> {
  for (let at = 0; at < leaves.length; at += mostRows)
    await tx
      .insertInto('record.leaf')
      .values(leaves.slice(at, at + mostRows))
      .execute()
  for (let at = 0; at < salts.length; at += mostRows)
    await tx
      .insertInto('record.salt')
      .values(salts.slice(at, at + mostRows))
      .execute()
}
