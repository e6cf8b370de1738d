import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GrowingTree, isConsistent, rootByInclusion } from '../../../verify.mjs'
import { consistencyRanges, emptyRoot, inclusionRanges, leafHash, type Range } from './merkle.ts'
import { edgeOf, extend, parseTilePath, rangeHash, rootOf, type Tile, tileMap, tilesFor } from './tiles.ts'

/** RFC 6962 §2.1 as it stands there, over all the leaves each time. */
function treeHash(entries: readonly Buffer[]): Buffer {
  const sha256 = (...chunks: Buffer[]) => createHash('sha256').update(Buffer.concat(chunks)).digest()
  const [only] = entries
  if (!only) return sha256()
  if (entries.length === 1) return sha256(Buffer.of(0), only)
  let k = 1
  while (k * 2 < entries.length) k *= 2
  return sha256(Buffer.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)))
}

const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))
const hex = (buffer: Buffer | undefined) => buffer?.toString('hex')

function tilesOf(size: number, batch = size): Map<string, Tile> {
  const tiles = new Map<string, Tile>()
  for (let at = 0; at < size; at += batch) {
    const hashes = Array.from({ length: Math.min(batch, size - at) }, (_, i) => leafHash(`leaf ${at + i}`))
    for (const [key, tile] of tileMap(extend(tiles, at, hashes))) tiles.set(key, tile)
  }
  return tiles
}

const hashesOf = (tiles: Map<string, Tile>, ranges: Range[]) =>
  ranges.map((range) =>
    rangeHash(tileMap(tilesFor([range]).flatMap((id) => tiles.get(`${id.level}/${id.n}`) ?? [])), range),
  )

describe('the tree', () => {
  test('has the hashes that the reference implementation of RFC 6962 publishes', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(treeHash(inputs.slice(0, 1)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(hex(treeHash(inputs.slice(0, 2)))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    )
    expect(hex(treeHash(inputs.slice(0, 3)))).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    )
    expect(hex(treeHash(inputs.slice(0, 8)))).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    )
  })

  test('has the same root by tiles, by a naive count and by the outsider’s checker, at every size to 300', () => {
    const entries = Array.from({ length: 300 }, (_, i) => Buffer.from(`leaf ${i}`))
    const tiles = tilesOf(300, 7)
    const growing = new GrowingTree()
    for (let size = 0; size <= 300; size += 1) {
      if (size > 0) growing.add(leafHash(`leaf ${size - 1}`))
      const expected = hex(treeHash(entries.slice(0, size)))
      expect(hex(rootOf(tiles, size))).toBe(expected)
      expect(hex(growing.root())).toBe(expected)
    }
  })

  test('proves every leaf at every size to 300, and proves no other', () => {
    const tiles = tilesOf(300)
    const sample = fc
      .integer({ min: 1, max: 300 })
      .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1), other: fc.nat(299) }))
    fc.assert(
      fc.property(sample, ({ size, index, other }) => {
        const root = hex(rootOf(tiles, size))
        const path = hashesOf(tiles, inclusionRanges(index, { start: 0, end: size }))
        expect(hex(rootByInclusion(index, size, leafHash(`leaf ${index}`), path))).toBe(root)
        if (other !== index)
          expect(hex(rootByInclusion(index, size, leafHash(`leaf ${other}`), path))).not.toBe(root)
        if (size > 1)
          expect(hex(rootByInclusion(index, size, leafHash(`leaf ${index}`), path.slice(1)))).not.toBe(root)
      }),
      { numRuns: 3000 },
    )
  })

  test('proves that each tree begins with each smaller one, and takes no proof for another', () => {
    const tiles = tilesOf(300)
    const heads = Array.from({ length: 301 }, (_, size) => ({ size, root: rootOf(tiles, size) }))
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(sizes, ([less = 0, more = 0]) => {
        const [old = { size: 0, root: emptyRoot }, now = old] = [heads[less], heads[more]]
        const path = hashesOf(tiles, consistencyRanges(less, more))
        expect(isConsistent(old, now, path)).toBe(true)
        expect(isConsistent({ ...old, root: leafHash('other') }, now, path)).toBe(false)
        if (less > 0) expect(isConsistent(old, { ...now, root: leafHash('other') }, path)).toBe(false)
        if (less < more) expect(isConsistent(now, old, path)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('comes out the same however the leaves were batched, also across full tiles of full tiles', () => {
    const size = 70_000
    const [whole, parts] = [tilesOf(size), tilesOf(size, 499)]
    expect(hex(rootOf(parts, size))).toBe(hex(rootOf(whole, size)))
    expect(edgeOf(size)).toEqual([
      { level: 0, n: 273, width: 112 },
      { level: 1, n: 1, width: 17 },
      { level: 2, n: 0, width: 1 },
    ])
    const edge = tileMap(edgeOf(size).flatMap(({ level, n }) => parts.get(`${level}/${n}`) ?? []))
    expect(hex(rootOf(edge, size))).toBe(hex(rootOf(whole, size)))
  })

  test('will not grow on a tile that lost hashes', () => {
    expect(() => extend(new Map(), 3, [leafHash('leaf')])).toThrow(/lost hashes/)
  })
})

test('tile paths are read as C2SP writes them', () => {
  expect(parseTilePath('x001/x234/067')).toEqual({ n: 1_234_067, width: 256 })
  expect(parseTilePath('000.p/5')).toEqual({ n: 0, width: 5 })
  for (const wrong of ['', '0', '001/067', '000.p/0', '000.p/256', 'x001', '../000'])
    expect(parseTilePath(wrong)).toBeUndefined()
})
