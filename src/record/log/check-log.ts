import type { KeyObject } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import { parseCheckpoint } from '../proof/checkpoint.ts'
import { entryOf } from '../proof/leaf.ts'
import { leafHash } from '../proof/merkle.ts'
import { openNote, type SigningKey, signingKey } from '../proof/note.ts'
import { edgeOf, extend, rootOf, type Tile, tileMap } from '../proof/tiles.ts'
import { LogRefused, readHead } from './head.ts'
import { listCheckpoints, listLoggedFrom, readTiles } from './store.ts'
import type { LogTables } from './tables.ts'

const page = 1000

export interface CheckedLog {
  size: number
  /** The newest signed head; none before the log has begun. */
  note: string | undefined
}

/** What a signed head says, or nothing where this key did not sign it. */
export function readSignedHead(note: string, privateKey: KeyObject): { size: number } | undefined {
  const head = parseCheckpoint(note)
  if (!head) return undefined
  const key = signingKey(head.origin, privateKey)
  return openNote(note, key.verifier) === undefined ? undefined : { size: head.size }
}

/**
 * Counts the tree anew from every leaf and refuses the log unless the stored tiles and the signed head say the same;
 * an earlier head that is known must be the beginning of it.
 */
export async function checkLog(
  db: Db<LogTables>,
  privateKey: KeyObject,
  known: string | undefined,
): Promise<CheckedLog> {
  const [last] = await listCheckpoints(db, 1)
  const key = signingKey((last && parseCheckpoint(last.note)?.origin) || 'none', privateKey)
  const size = await compareHead(db, key, known)
  const counted = await recount(db)
  if (counted.size !== size)
    throw new LogRefused(`The last checkpoint counts ${size} leaves; there are ${counted.size}.`)
  const signed = last && parseCheckpoint(last.note)
  if (signed && !rootOf(counted.edge, size).equals(signed.root))
    throw new LogRefused(`The ${size} leaves are not those that were signed.`)
  return { size, note: last?.note }
}

async function compareHead(db: Db<LogTables>, key: SigningKey, known: string | undefined): Promise<number> {
  const kept = { file: 'last-checkpoint.txt', read: () => known, write: async () => {} }
  return (await readHead(db, key, kept))?.size ?? 0
}

/** The tree's growing edge after all leaves; a full tile is compared with the stored one as it fills up. */
async function recount(db: Db<LogTables>): Promise<{ size: number; edge: ReadonlyMap<string, Tile> }> {
  let size = 0
  let edge = new Map<string, Tile>()
  for (;;) {
    const leaves = await listLoggedFrom(db, size, page)
    if (leaves.length === 0) return { size, edge }
    const changed = extend(
      edge,
      size,
      leaves.map(({ body, logged }) => leafHash(entryOf(body, logged))),
    )
    size += leaves.length
    await compareTiles(db, changed)
    const growing = new Set(edgeOf(size).map(({ level, n }) => `${level}/${n}`))
    const all = [...edge.values(), ...changed]
    edge = tileMap(all.filter(({ level, n }) => growing.has(`${level}/${n}`)))
  }
}

async function compareTiles(db: Db<LogTables>, counted: readonly Tile[]): Promise<void> {
  const stored = await readTiles(db, counted)
  for (const { level, n, hashes } of counted) {
    const found = stored.get(`${level}/${n}`)?.hashes
    if (!found?.subarray(0, hashes.length).equals(hashes))
      throw new LogRefused(`Tile ${level}/${n} of the log does not hold the hashes of its leaves.`)
  }
}
