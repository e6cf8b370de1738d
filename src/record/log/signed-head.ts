import type { Db } from '../../platform/db/index.ts'
import { listCheckpoints, listCosignatures } from './store.ts'
import type { LogTables } from './tables.ts'

/** The newest checkpoint with all its signatures, that of the empty log included. */
export async function signedHead(db: Db<LogTables>): Promise<string | undefined> {
  const [head] = await listCheckpoints(db, 1)
  if (!head) return undefined
  const cosignatures = await listCosignatures(db, [head.size])
  return head.note + cosignatures.map(({ line }) => `${line}\n`).join('')
}
