import type { RemarkKind, RowRemark } from '../campaigns/read-comments.ts'
import type { KeyPhrase } from '../phrases/key-phrases.ts'
import type { TellingPhrase } from '../phrases/telling-phrases.ts'

/** What a comment is to the count: it stands alone, is one of a campaign, or says too little to tell. */
export type Standing = 'own' | 'campaign' | 'stub'

/** Comments counted apart, never one instead of the other. */
export interface Sums {
  comments: number
  /** Texts that say something of their own: a campaign once, each other comment that is no stub once. */
  distinct: number
  inCampaigns: number
  stubs: number
}

export type Breakdown = 'stakeholder' | 'original' | 'organisation' | 'language' | 'country'

export interface BreakdownRow extends Sums {
  /** Nothing where neither the files nor the program can say. */
  value: string | undefined
}

export interface CampaignOf {
  /** From 1, the largest first. */
  number: number
  size: number
  /** Different wordings among them. */
  wordings: number
  organisations: number
  template: string
  templateId: string
  language: string
  /** Days as YYYY-MM-DD, in UTC. */
  first: string | undefined
  last: string | undefined
}

export interface Bin extends Sums {
  /** The first day of it. */
  day: string
}

export type Step = 'day' | 'week' | 'month' | 'year'

export interface Timeline {
  step: Step
  bins: Bin[]
  undated: number
}

export interface PhrasesOf {
  language: string
  /** Distinct texts read in this language. */
  texts: number
  phrases: KeyPhrase[]
}

export interface TellingOf {
  language: string
  groups: { group: string; texts: number; phrases: TellingPhrase[] }[]
}

export interface Rows {
  counts: Record<RemarkKind, number>
  /** As many as are kept; the counts are of all. */
  remarks: readonly RowRemark[]
}

/** A file that was read. */
export interface FileRead {
  name: string
  /** Nothing of a folder. */
  bytes?: number | undefined
  sha256?: string | undefined
}

/** What comments say together, as far as programs can tell. */
export interface Analysis extends Sums {
  threshold: number
  campaigns: CampaignOf[]
  breakdowns: Record<Breakdown, BreakdownRow[]>
  /** Of texts of 60 characters or more whose file names a language: how many, and how many were read as in it. */
  labelled: { texts: number; alike: number }
  phrases: PhrasesOf[]
  telling: TellingOf | undefined
  timeline: Timeline | undefined
  rows: Rows
}

export const noSums = (): Sums => ({ comments: 0, distinct: 0, inCampaigns: 0, stubs: 0 })

/** @param isFirst whether the comment is the first of its campaign here, or stands alone */
export function countInto(sums: Sums, standing: Standing, isFirst: boolean): void {
  sums.comments += 1
  sums.stubs += standing === 'stub' ? 1 : 0
  sums.inCampaigns += standing === 'campaign' ? 1 : 0
  sums.distinct += standing !== 'stub' && isFirst ? 1 : 0
}

/** Rows of the files, with and without a comment in them. */
export function rowsRead({ comments, rows: { counts } }: Analysis): number {
  return comments + counts.unread + counts['no-comment'] + counts['no-text']
}
