import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/model.ts'
import type { CodeId, CodingId } from '../codebook/model.ts'

export type { CodeEnd, CodeId, CodingId } from '../codebook/model.ts'
export type CoderId = Id<'coder'>
export type ExcerptId = Id<'excerpt'>

/** What an excerpt says about an issue. */
export const positions = ['support', 'support-with-condition', 'oppose', 'neutral', 'question'] as const
export type Position = (typeof positions)[number]

/** What an excerpt is: a demand, a fact, an experience, a source or a judgement. */
export const excerptKinds = ['policy', 'fact', 'testimony', 'reference', 'value'] as const
export type ExcerptKind = (typeof excerptKinds)[number]

/** A program suggests; people make; where people differ, one of them settles. */
export type CodingStage = 'suggested' | 'made' | 'settled'

/** Whether a coder reads a comment, is done with it, or found nothing of substance in it. */
export type ReadingState = 'taken' | 'done' | 'not-substantive'

export interface IssuePosition {
  issue: IssueId
  position: Position
  /** In words, where there is one; else empty. */
  condition: string
}

/** What a coder says of an excerpt; neither code nor position says that none applies. */
export interface CodingContent {
  codes: readonly CodeId[]
  positions: readonly IssuePosition[]
  kind?: ExcerptKind | undefined
}

export interface Coding extends CodingContent {
  id: CodingId
  excerpt: ExcerptId
  coder: CoderId
  stage: CodingStage
  at: Instant
  counts: boolean
  reason: string
}

/** A coding beside its coder's reading of the comment. */
export interface JudgedCoding extends Coding {
  /** Nothing where the coder reads no comment: a program, or who settles. */
  reading: { state: ReadingState; place: number } | undefined
}

export interface Reading {
  coder: CoderId
  state: ReadingState
  place: number
  at: Instant
}

export const LONGEST_CONDITION = 1000
export const LONGEST_REASON = 2000

/** Whether two codings say the same; the words of a condition may differ. */
export function agree(a: CodingContent, b: CodingContent): boolean {
  const codes = new Set(a.codes)
  const said = new Map(a.positions.map(({ issue, position }) => [issue, position]))
  return (
    codes.size === new Set(b.codes).size &&
    b.codes.every((code) => codes.has(code)) &&
    said.size === b.positions.length &&
    b.positions.every(({ issue, position }) => said.get(issue) === position)
  )
}

/** The made codings that can be held against each other: of coders who are done, or else of the first who reads. */
function judged(codings: readonly JudgedCoding[]): JudgedCoding[] {
  const made = codings
    .filter(({ stage }) => stage === 'made')
    .toSorted((a, b) => (a.reading?.place ?? 0) - (b.reading?.place ?? 0))
  const done = made.filter(({ reading }) => reading !== undefined && reading.state !== 'taken')
  return done.length > 0 ? done : made.slice(0, 1)
}

/** Whether coders who are done differ. */
export function isDisputed(codings: readonly JudgedCoding[]): boolean {
  const [first, ...others] = judged(codings)
  return first !== undefined && others.some((other) => !agree(first, other))
}

/** The one coding of an excerpt that counts: settled, or made and not disputed; never a program's. */
export function countedOf(codings: readonly JudgedCoding[]): CodingId | undefined {
  const settled = codings.find(({ stage }) => stage === 'settled')
  if (settled) return settled.id
  return isDisputed(codings) ? undefined : judged(codings)[0]?.id
}

/** How many coders a comment is read by: two where it is among those that a second one reads. */
export const wantedReaders = (chosenForSecond: boolean): number => (chosenForSecond ? 2 : 1)

/** What coders said may be seen by others once as many as it needs are done, and nobody is at it still. */
export function isOpen(readings: readonly Pick<Reading, 'state'>[], wanted: number): boolean {
  const done = readings.filter(({ state }) => state !== 'taken')
  return done.length === readings.length && done.length >= wanted
}
