import type { PersonId } from '../../../participants/model.ts'
import type { Id } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { IssueId, ProcessId } from '../../../processes/model.ts'
import type { RequestId } from '../../../requests/model.ts'
import type { ContestId, LineId, SentenceId, SummaryId, SummaryVersionId } from '../model.ts'

/** A contest with its words, which nobody reads of a comment that is not posted. */
export interface Contest {
  id: ContestId
  process: ProcessId
  request: RequestId
  summary: SummaryId
  issue: IssueId
  version: SummaryVersionId
  versionNumber: number
  sentence: SentenceId | null
  line: LineId | null
  comment: Id<'comment'>
  /** The tracking number, while the comment is posted. */
  number: string | null
  language: string | null
  words: string
  at: Instant
  late: boolean
  state: 'screening' | 'posted' | 'withheld'
  outcome: 'upheld' | 'not-upheld' | null
  answer: string
  answeredAt: Instant | null
  /** Who published the version that is contested, and whether it was they who answered. */
  publishedBy: PersonId | null
  byPublisher: boolean
  corrected: number | null
}
