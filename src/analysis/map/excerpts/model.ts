import type { IssueId } from '../../../processes/model.ts'
import type { ExcerptId, Position } from '../../coding/model.ts'
import type { Voice } from '../model.ts'

/** Quoted words, with some of what stands around them, and the part of the comment's address where they stand. */
export interface Placed {
  words: string
  before: string
  after: string
  /** What follows the comment's address. */
  at: string
}

/** One place of the map, or several where a side is left open. */
export interface Cell {
  issue?: IssueId | undefined
  group?: string | undefined
  position?: Position | undefined
}

/** Where a page goes on: behind what this excerpt says of this issue, or of all issues. */
export interface Behind {
  excerpt: ExcerptId
  issue: IssueId | undefined
}

/** An excerpt with what it says of one issue. */
export interface SaidExcerpt {
  id: ExcerptId
  number: string
  group: string
  country: string | null
  language: string
  voice: Voice
  issue: IssueId
  position: Position
  condition: string
  /** The quoted words, and where they stand. */
  placed: Placed
}
