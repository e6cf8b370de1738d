import type { Instant } from '../../platform/time.ts'

/** How a group, or everybody, voted on a statement; statements by their numbers. */
export interface Voted {
  statement: number
  agree: number
  disagree: number
  /** All who voted on it, passes too. */
  seen: number
}

export interface Stand extends Voted {
  for: 'agree' | 'disagree'
}

export interface FoundGroup {
  members: number
  /** How sure it is, from 0 to 1: how much of it is found again among people drawn anew. */
  sure: number
  /** Where its middle lies on the map. */
  place: readonly [x: number, y: number]
  stands: readonly Stand[]
  /** How it voted on every statement. */
  votes: readonly Voted[]
}

/** People who stand at one place of the map, and the group they are in: -1 for who voted too little. */
export type Dot = readonly [x: number, y: number, group: number, people: number]

export interface Declared {
  /** The slug of a stakeholder group, or nothing for who declared none, or one that hardly anybody declared. */
  group: string | null
  /** How many of it voted, and how many of them are in each opinion group. */
  voters: number
  inGroups: readonly number[]
}

/** What the votes of a deliberation come to. */
export interface Opinions {
  voters: number
  votes: number
  groups: readonly FoundGroup[]
  all: readonly Voted[]
  agreed: { agree: readonly number[]; disagree: readonly number[] }
  /** Statements that every group rather agrees with, the best bridge first. */
  bridges: readonly number[]
  /** Statements on which groups differ most, the widest gap first. */
  divides: readonly number[]
  /** Statements on which too few voted to say anything. */
  uncertain: readonly number[]
  declared: readonly Declared[]
  dots: readonly Dot[]
}

export interface OpinionVersion extends Opinions {
  version: number
  /** What it comes to without who is flagged, where somebody is. */
  without: Opinions | undefined
  computedAt: Instant
}

export const shareOf = (part: number, of: number): number => (of === 0 ? 0 : part / of)

/** In words rather than numbers: from 0.85 on a group is sure, below 0.6 it is not (Hennig 2007). */
export const surenessOf = (sure: number): 'sure' | 'rather-sure' | 'unsure' =>
  sure >= 0.85 ? 'sure' : sure >= 0.6 ? 'rather-sure' : 'unsure'

/** Where a page says what a group stands for. */
export const groupPlace = (group: number): string => `group-${letterOf(group).toLowerCase()}`

export const letterOf = (group: number): string => String.fromCharCode(65 + group)
