import type { Db } from '../../platform/db/index.ts'
import { entryOf } from '../proof/leaf.ts'
import { firstHashes } from '../proof/tiles.ts'
import { listLogged, readTiles } from './store.ts'
import type { LogTables } from './tables.ts'

const tileWidth = 256

/** The first hashes of a tile, as programs that watch the log fetch them; nothing where it has fewer. */
export async function tileBytes(
  db: Db<LogTables>,
  level: number,
  n: number,
  width: number,
): Promise<Buffer | undefined> {
  const [tile] = (await readTiles(db, [{ level, n }])).values()
  return tile && firstHashes(tile, width)
}

/** The entries under a tile, each behind its length in two bytes (c2sp.org/tlog-tiles). */
export async function entryBundle(db: Db<LogTables>, n: number, width: number): Promise<Buffer | undefined> {
  const leaves = await listLogged(db, n * tileWidth, n * tileWidth + width)
  if (leaves.length !== width) return undefined
  return Buffer.concat(
    leaves.flatMap(({ body, logged }) => {
      const entry = Buffer.from(entryOf(body, logged), 'utf8')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}
