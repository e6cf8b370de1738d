import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/model.ts'
import type { RequestId } from '../../requests/model.ts'
import type { ExcerptId, Position } from '../coding/model.ts'

export type SummaryId = Id<'summary'>
export type SummaryVersionId = Id<'summary-version'>
export type SentenceId = Id<'sentence'>
/** What a sentence is, whatever its wording, from version to version. */
export type LineId = Id<'sentence-line'>
export type ContestId = Id<'contest'>
type CommentId = Id<'comment'>

export interface Summary {
  id: SummaryId
  process: ProcessId
  request: RequestId
  issue: IssueId
  revision: number
}

/** What the public reads of a cited excerpt now. */
export interface ShownExcerpt {
  number: string
  language: string
  group: string
  byOrganisation: boolean
  words: string
  /** What it says of the issue, in the coding that counts now. */
  position: Position | undefined
  condition: string
}

/** A citation keeps its place where the words that it cites are not public any more. */
export interface Citation {
  excerpt: ExcerptId
  comment: CommentId
  /** The position in which it was read when the sentence was published. */
  held: Position | undefined
  shown: ShownExcerpt | undefined
}

export interface Sentence {
  id: SentenceId
  line: LineId
  revision: number
  /** Without stretches that repeat words which are not public any more. */
  text: string
  citations: readonly Citation[]
}

export interface SummaryVersion {
  id: SummaryVersionId
  number: number
  publishedAt: Instant
  contestUntil: Instant
  zone: string
  inSpite: string
  changes: string
}

/** A stretch of a sentence that repeats words of an excerpt. */
export interface Quoted {
  excerpt: ExcerptId
  starts: number
  ends: number
}

export const LONGEST_SENTENCE = 2000
export const LONGEST_REASON = 2000
export const LONGEST_CONTEST = 5000
export const MOST_SENTENCES = 200
export const MOST_CITATIONS = 50

/** The footnotes of a summary: each excerpt has one number, in the order in which sentences cite them. */
export function footnotesOf(
  sentences: readonly Pick<Sentence, 'citations'>[],
): ReadonlyMap<ExcerptId, number> {
  const numbers = new Map<ExcerptId, number>()
  for (const { citations } of sentences)
    for (const { excerpt } of citations) if (!numbers.has(excerpt)) numbers.set(excerpt, numbers.size + 1)
  return numbers
}

/** A contest is taken after its date too, and marked. */
export const isLateContest = ({ contestUntil }: Pick<SummaryVersion, 'contestUntil'>, at: Instant): boolean =>
  at >= contestUntil

/** Where a window closes sooner, a correction may be contested for this long still. */
export const CORRECTION_WINDOW = 7 * 86_400_000
