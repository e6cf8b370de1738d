import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { parseCheckpoint } from '../proof/checkpoint.ts'
import { openNote, type SigningKey } from '../proof/note.ts'
import { edgeOf, rootOf, type Tile, tilesFor } from '../proof/tiles.ts'
import type { KeptCheckpoint } from './kept-checkpoint.ts'
import { countLogged, listCheckpoints, listLogged, readTiles } from './store.ts'
import type { LogTables } from './tables.ts'

/** Thrown when the log must not be signed any further: what it says now differs from what it signed before. */
export class LogRefused extends Error {
  override name = 'LogRefused'
}

/** Where the log stands, checked against what was signed. */
export interface Head {
  size: number
  root: Buffer
  /** The tiles that still grow. */
  edge: ReadonlyMap<string, Tile>
  /** When the last leaf was taken in; the next is later. */
  logged: Instant | undefined
}

/** Reads the log's head and refuses it unless tree, leaves, signature and the kept checkpoint all agree. */
export async function readHead(
  db: Db<LogTables>,
  key: SigningKey,
  kept: KeptCheckpoint,
): Promise<Head | undefined> {
  const [last] = await listCheckpoints(db, 1)
  const leaves = await countLogged(db)
  if (!last && leaves > 0) throw new LogRefused('The log has leaves and no checkpoint.')
  const head = last && (await headAt(db, openHead(last.note, key), leaves))
  await compareWithKept(db, head?.size ?? -1, key, kept)
  return head
}

function openHead(note: string, key: SigningKey): { size: number; root: Buffer } {
  const head = parseCheckpoint(note)
  if (!head || head.origin !== key.name || openNote(note, key.verifier) === undefined)
    throw new LogRefused(`The last checkpoint was not signed by ${key.verifier}.`)
  return head
}

async function headAt(
  db: Db<LogTables>,
  { size, root }: { size: number; root: Buffer },
  leaves: number,
): Promise<Head> {
  if (leaves !== size) throw new LogRefused(`The last checkpoint counts ${size} leaves; there are ${leaves}.`)
  const edge = await readTiles(db, edgeOf(size))
  if (!rootWithin(edge, size)?.equals(root))
    throw new LogRefused(`The tree of ${size} leaves is not the one that was signed.`)
  const [leaf] = await listLogged(db, size - 1, size)
  return { size, root, edge, logged: leaf?.logged }
}

/** The root, or nothing where tiles are missing or cut short. */
function rootWithin(tiles: ReadonlyMap<string, Tile>, size: number): Buffer | undefined {
  try {
    return rootOf(tiles, size)
  } catch {
    return undefined
  }
}

async function compareWithKept(
  db: Db<LogTables>,
  size: number,
  key: SigningKey,
  kept: KeptCheckpoint,
): Promise<void> {
  const note = kept.read()
  if (note === undefined) return
  const before = openHead(note, key)
  const mend = `Restore a newer backup. To begin another log knowingly, move ${kept.file} away: outsiders will notice.`
  if (before.size > size)
    throw new LogRefused(`The log had ${before.size} leaves and has ${Math.max(size, 0)} now. ${mend}`)
  const tiles = before.size > 0 ? await readTiles(db, tilesFor([{ start: 0, end: before.size }])) : new Map()
  if (!rootWithin(tiles, before.size)?.equals(before.root))
    throw new LogRefused(`The first ${before.size} leaves are not those that were signed. ${mend}`)
}
