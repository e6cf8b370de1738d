import type { IssueId } from '../../processes/model.ts'
import type { Position } from '../coding/model.ts'

/** Who speaks: a comment that belongs to a campaign is a campaign's, whoever sent it. */
export const voices = ['organisation', 'individual', 'campaign'] as const
export type Voice = (typeof voices)[number]

/** Which comments a map is narrowed to. */
export interface MapFilters {
  country?: string | undefined
  language?: string | undefined
  voice?: Voice | undefined
}

export interface Tally {
  comments: number
  excerpts: number
}

/** How many comments of one kind of voice say so of an issue. */
export interface Count extends Tally {
  issue: IssueId
  group: string
  position: Position
  voice: Voice
  /** Of these comments those that are counted here and under no other position on the issue. */
  once: number
  /** To how many campaigns the comments belong. */
  campaigns: number
}

/** Whoever commented on the request at all: how many comments, how many of them were read to the end, and how many wait for a second coder. */
export interface Commented {
  group: string
  country: string | null
  language: string
  comments: number
  read: number
  /** Coded by one, and kept from the viewer until a second one has read them unaware of it. */
  heldBack: number
  /** Coded by one, and shown to this viewer before the public sees them. */
  seenAhead: number
}

export interface OnIssue {
  issue: IssueId
  country: string
}

export const sum = <Of>(all: readonly Of[], of: (one: Of) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

/** The comments and excerpts of these counts; a comment with two positions on one issue is in both. */
export const tallyOf = (counts: readonly Count[]): Tally => ({
  comments: sum(counts, ({ comments }) => comments),
  excerpts: sum(counts, ({ excerpts }) => excerpts),
})

/** How many different comments these counts are of, where they are all that is counted of their issue and groups. */
export const differentComments = (counts: readonly Count[]): number => sum(counts, ({ once }) => once)
