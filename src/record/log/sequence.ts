import type { Db, Tx } from '../../platform/db/index.ts'
import { after, type Clock, type Instant } from '../../platform/time.ts'
import { signCheckpoint } from '../proof/checkpoint.ts'
import { entryOf, type LeafId } from '../proof/leaf.ts'
import { emptyRoot, leafHash } from '../proof/merkle.ts'
import type { SigningKey } from '../proof/note.ts'
import { edgeOf, extend, rootOf, type Tile, tileMap } from '../proof/tiles.ts'
import { type Head, LogRefused, readHead } from './head.ts'
import type { KeptCheckpoint } from './kept-checkpoint.ts'
import { insertCheckpoint, listWaiting, maySequence, placeLeaves, readTiles, writeTiles } from './store.ts'
import type { LogTables } from './tables.ts'

export interface Sequencing {
  db: Db<LogTables>
  key: SigningKey
  clock: Clock
  kept: KeptCheckpoint
}

const mostLeaves = 500

/**
 * Gives waiting leaves their places and signs the tree that has grown by them, all in one transaction. Answers how
 * many, or that another process is at it. The kept checkpoint follows the commit: a signature that was
 * rolled back has never left this process.
 */
export async function sequence({ db, key, clock, kept }: Sequencing): Promise<number | 'elsewhere'> {
  const done = await db.transaction().execute(async (tx) => {
    if (!(await maySequence(tx))) return 'elsewhere'
    const head = await readHead(tx, key, kept)
    if (!head) return signHead(tx, { size: 0, root: emptyRoot }, 0, key)
    const ids = await listWaiting(tx, mostLeaves)
    return ids.length === 0 ? undefined : grow(tx, head, ids, key, clock.now())
  })
  if (done === 'elsewhere') return done
  if (done) await kept.write(done.note)
  return done?.count ?? 0
}

async function grow(tx: Tx<LogTables>, head: Head, ids: readonly LeafId[], key: SigningKey, now: Instant) {
  const size = head.size + ids.length
  const leaves = await placeLeaves(tx, ids, head.size, laterThan(head.logged, now))
  if (leaves.length !== ids.length) throw new Error('Not every waiting leaf was given a place.')
  const hashes = leaves.map(({ body, logged }) => leafHash(entryOf(body, logged)))
  const grown = extend(head.edge, head.size, hashes)
  await writeTiles(tx, grown)
  const root = await rereadRoot(tx, size, [...head.edge.values(), ...grown])
  return signHead(tx, { size, root }, ids.length, key)
}

/** The log's time never goes back, and each batch has its own: so a missing checkpoint shows. */
function laterThan(before: Instant | undefined, now: Instant): Instant {
  return before && before >= now ? after(before, 1) : now
}

/** What is signed is what the database holds, and that is what was counted here. */
async function rereadRoot(tx: Tx<LogTables>, size: number, counted: readonly Tile[]): Promise<Buffer> {
  const root = rootOf(await readTiles(tx, edgeOf(size)), size)
  if (!rootOf(tileMap(counted), size).equals(root))
    throw new LogRefused('The tree that was written is not the one that was counted.')
  return root
}

async function signHead(
  tx: Tx<LogTables>,
  head: { size: number; root: Buffer },
  count: number,
  key: SigningKey,
) {
  const note = signCheckpoint(head, key)
  await insertCheckpoint(tx, { size: head.size, note })
  return { note, count }
}
