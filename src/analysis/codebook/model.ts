import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

export type CodeId = Id<'code'>
export type CodingId = Id<'coding'>

/** What became of a code that is no longer in use. */
export type CodeEnd = 'merged' | 'split' | 'retired'

export interface CodeWording {
  name: string
  definition: string
  example: string
}

export interface Code extends CodeWording {
  id: CodeId
  parent: CodeId | undefined
  position: number
  /** Not in use any more since then, and what it became. */
  ended: { as: CodeEnd; at: Instant; into: readonly CodeId[] } | undefined
}

/** More than people can apply alike; a list that is longer was pasted by mistake. */
export const MOST_CODES = 2000
export const LONGEST_NAME = 200
export const LONGEST_TEXT = 4000

/** Parts the names of a path: “Updates > Duration”. */
export const PATH_SIGN = ' > '

export interface PlacedCode {
  code: Code
  /** 0 for a code on top. */
  depth: number
  /** The names from the top down to it. */
  path: string
}

/** The codes in the order of the book, each below its parent; one whose parent is not among them stands on top. */
export function inTree(codes: readonly Code[]): PlacedCode[] {
  const known = new Set(codes.map(({ id }) => id))
  const below = Map.groupBy(codes, ({ parent }) => (parent && known.has(parent) ? parent : undefined))
  const placed: PlacedCode[] = []
  const waiting = (below.get(undefined) ?? [])
    .toReversed()
    .map((code) => ({ code, depth: 0, path: code.name }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    placed.push(next)
    const { depth, path } = next
    const inside = (below.get(next.code.id) ?? []).toReversed()
    waiting.push(...inside.map((code) => ({ code, depth: depth + 1, path: path + PATH_SIGN + code.name })))
  }
  return placed
}

/** Whether a code is the other one, or stands somewhere below it. */
export function isWithin(codes: readonly Code[], id: CodeId, other: CodeId): boolean {
  const parents = new Map(codes.map((code) => [code.id, code.parent]))
  for (let at: CodeId | undefined = id; at !== undefined; at = parents.get(at)) if (at === other) return true
  return false
}

export const inUse = (codes: readonly Code[]): Code[] => codes.filter(({ ended }) => ended === undefined)
