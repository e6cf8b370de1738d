import { sql, type Transaction } from 'kysely'
import { listCheckpoints, listLogged, writeTiles } from '../../src/record/log/store.ts'
import type { LogTables } from '../../src/record/log/tables.ts'
import { signCheckpoint } from '../../src/record/proof/checkpoint.ts'
import { entryOf } from '../../src/record/proof/leaf.ts'
import { leafHash } from '../../src/record/proof/merkle.ts'
import { extend, rootOf, tileMap } from '../../src/record/proof/tiles.ts'
import { key } from './sample-log.ts'

/** Makes the tree anew from the leaves as they stand, and, where the forger has the key, every checkpoint too. */
export async function rewriteFrom(tx: Transaction<LogTables>, size: number, { sign }: { sign: boolean }) {
  const leaves = await listLogged(tx, 0, size)
  const hashes = leaves.map(({ body, logged }) => leafHash(entryOf(body, logged)))
  await sql`truncate record.tile`.execute(tx)
  if (size > 0) await writeTiles(tx, extend(new Map(), 0, hashes))
  if (!sign) return
  for (const { size: at } of await listCheckpoints(tx, 1000)) {
    const root = rootOf(tileMap(extend(new Map(), 0, hashes.slice(0, at))), at)
    const note = signCheckpoint({ size: at, root }, key)
    await sql`update record.checkpoint set note = ${note} where size = ${at}`.execute(tx)
  }
}
