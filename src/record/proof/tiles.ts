import { emptyRoot, nodeHash, powerWithin, type Range } from './merkle.ts'

const hashBytes = 32
const tileWidth = 256

/** A stretch of 256 neighbouring hashes at one level of the tree (c2sp.org/tlog-tiles). */
export interface TileId {
  level: number
  n: number
}
export interface Tile extends TileId {
  hashes: Buffer
}
export type Tiles = ReadonlyMap<string, Tile>

interface Subtree {
  tile: TileId
  first: number
  count: number
}

export function tileMap(tiles: Iterable<Tile>): Map<string, Tile> {
  return new Map([...tiles].map((tile) => [keyOf(tile), tile]))
}

/** The tiles that are still growing: they alone decide the root, so a batch reads no others. */
export function edgeOf(size: number): (TileId & { width: number })[] {
  const edge = []
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / tileWidth)) {
    const width = count % tileWidth
    if (width > 0) edge.push({ level, n: Math.floor(count / tileWidth), width })
  }
  return edge
}

export function tilesFor(ranges: readonly Range[]): TileId[] {
  const needed = ranges.flatMap(subtreesOf).map(({ tile }) => tile)
  return [...new Map(needed.map((tile) => [keyOf(tile), tile])).values()]
}

export function rootOf(tiles: Tiles, size: number): Buffer {
  return size === 0 ? emptyRoot : rangeHash(tiles, { start: 0, end: size })
}

/** The hash of the tree over a run of leaves, from the tiles that `tilesFor` names. */
export function rangeHash(tiles: Tiles, range: Range): Buffer {
  return subtreesOf(range)
    .map((subtree) => subtreeHash(tiles, subtree))
    .reduceRight((right, left) => nodeHash(left, right))
}

/** Adds leaves at the right edge and returns the tiles that changed. */
export function extend(edge: Tiles, size: number, leaves: readonly Buffer[]): Tile[] {
  const changed = new Map<string, Tile>()
  const add = (level: number, index: number, hash: Buffer) => {
    const id = { level, n: Math.floor(index / tileWidth) }
    const before = (changed.get(keyOf(id)) ?? edge.get(keyOf(id)))?.hashes ?? Buffer.alloc(0)
    if (before.length !== (index % tileWidth) * hashBytes)
      throw new Error(`Tile ${keyOf(id)} has lost hashes.`)
    const hashes = Buffer.concat([before, hash])
    changed.set(keyOf(id), { ...id, hashes })
    if (hashes.length === tileWidth * hashBytes) add(level + 1, id.n, fold(hashes))
  }
  leaves.forEach((hash, i) => {
    add(0, size + i, hash)
  })
  return [...changed.values()]
}

/** `x001/x234/067` for 1234067, with `.p/W` for a tile that is not yet full. */
export function parseTilePath(path: string): { n: number; width: number } | undefined {
  const match = /^((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (!match?.[1]) return undefined
  const width = match[2] === undefined ? tileWidth : Number(match[2])
  if (match[2] !== undefined && width >= tileWidth) return undefined
  return { n: Number(match[1].replaceAll(/[x/]/g, '')), width }
}

export function firstHashes(tile: Tile, width: number): Buffer | undefined {
  return tile.hashes.length < width * hashBytes ? undefined : tile.hashes.subarray(0, width * hashBytes)
}

const keyOf = ({ level, n }: TileId) => `${level}/${n}`

function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees = []
  for (let at = start; at < end; ) {
    const leaves = powerWithin(end - at)
    subtrees.push(subtreeAt(at, leaves))
    at += leaves
  }
  return subtrees
}

function subtreeAt(start: number, leaves: number): Subtree {
  const level = Math.floor(Math.log2(leaves) / 8)
  const unit = tileWidth ** level
  const index = start / unit
  return {
    tile: { level, n: Math.floor(index / tileWidth) },
    first: index % tileWidth,
    count: leaves / unit,
  }
}

function subtreeHash(tiles: Tiles, { tile, first, count }: Subtree): Buffer {
  const from = first * hashBytes
  const hashes = tiles.get(keyOf(tile))?.hashes.subarray(from, from + count * hashBytes)
  if (hashes?.length !== count * hashBytes) throw new Error(`Tile ${keyOf(tile)} has lost hashes.`)
  return fold(hashes)
}

function fold(hashes: Buffer): Buffer {
  if (hashes.length === hashBytes) return hashes
  const middle = hashes.length / 2
  return nodeHash(fold(hashes.subarray(0, middle)), fold(hashes.subarray(middle)))
}
