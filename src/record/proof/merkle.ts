import { hash } from 'node:crypto'

/** A run of leaves `[start, end)`, standing for the hash of the tree over them. */
export interface Range {
  start: number
  end: number
}

export const emptyRoot: Buffer = hash('sha256', '', 'buffer')

/** RFC 6962 §2.1: the leading byte keeps a leaf from ever being taken for a node. */
export function leafHash(entry: string): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(entry, 'utf8')]), 'buffer')
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')
}

/** The largest power of two not above `limit`; whole numbers only, so that logs may pass 2³¹ leaves. */
export function powerWithin(limit: number): number {
  let power = 1
  while (power * 2 <= limit) power *= 2
  return power
}

/** The root over these hashes, and for each of them those that prove its place (RFC 6962 §2.1.1). */
export function proveEach(hashes: readonly Buffer[]): { root: Buffer; paths: Buffer[][] } {
  if (hashes.length < 2) return { root: hashes[0] ?? emptyRoot, paths: hashes.map(() => []) }
  const middle = powerWithin(hashes.length - 1)
  const [left, right] = [proveEach(hashes.slice(0, middle)), proveEach(hashes.slice(middle))]
  for (const path of left.paths) path.push(right.root)
  for (const path of right.paths) path.push(left.root)
  return { root: nodeHash(left.root, right.root), paths: [...left.paths, ...right.paths] }
}

/** The subtrees whose hashes prove a leaf's place, its sibling first (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, { start, end }: Range): Range[] {
  if (end - start === 1) return []
  const middle = start + powerWithin(end - start - 1)
  return index < middle
    ? [...inclusionRanges(index, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(index, { start: middle, end }), { start, end: middle }]
}

/** The subtrees whose hashes prove that a tree of `size` begins with the tree of `old` (RFC 6962 §2.1.2). */
export function consistencyRanges(old: number, size: number): Range[] {
  if (old === 0) return []
  return subproof(old, { start: 0, end: size }, true)
}

function subproof(old: number, { start, end }: Range, known: boolean): Range[] {
  if (old === end) return known ? [] : [{ start, end }]
  const middle = start + powerWithin(end - start - 1)
  return old <= middle
    ? [...subproof(old, { start, end: middle }, known), { start: middle, end }]
    : [...subproof(old, { start: middle, end }, false), { start, end: middle }]
}
