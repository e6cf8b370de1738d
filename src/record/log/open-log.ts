import type { KeyObject } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import { parseCheckpoint } from '../proof/checkpoint.ts'
import { openNote, type SigningKey, signingKey } from '../proof/note.ts'
import { LogRefused } from './head.ts'
import { listCheckpoints } from './store.ts'
import type { LogTables } from './tables.ts'

const anotherKey =
  'The log was signed with another key than log-key.pem. Put the right one back from your backup, in its place.'

/**
 * The key under the log's name. The name comes from the installation's first address and then stays,
 * also when the installation moves: checkpoints that people keep bear it. Another key than signed so far is refused,
 * before it signs promises that the log does not keep.
 */
export async function openLog(
  db: Db<LogTables>,
  address: string,
  privateKey: KeyObject,
): Promise<SigningKey> {
  const [last] = await listCheckpoints(db, 1)
  const name = last && parseCheckpoint(last.note)?.origin
  const key = signingKey(name ?? `${new URL(address).host}/log`, privateKey)
  if (last && openNote(last.note, key.verifier) === undefined) throw new LogRefused(anotherKey)
  return key
}
