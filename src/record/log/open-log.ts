import type { KeyObject } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import { parseCheckpoint } from '../proof/checkpoint.ts'
import { type SigningKey, signingKey } from '../proof/note.ts'
import { listCheckpoints } from './store.ts'
import type { LogTables } from './tables.ts'

/**
 * The key under the log's name. The name comes from the installation's first address and then stays,
 * also when the installation moves: checkpoints that people keep bear it.
 */
export async function openLog(
  db: Db<LogTables>,
  address: string,
  privateKey: KeyObject,
): Promise<SigningKey> {
  const [last] = await listCheckpoints(db, 1)
  const name = last && parseCheckpoint(last.note)?.origin
  return signingKey(name ?? `${new URL(address).host}/log`, privateKey)
}
