import type { Instant } from '../../../platform/time.ts'
import type { QuestionId } from '../../../requests/model.ts'
import type { VersionId } from '../../../texts/model.ts'
import type { CoderId, ExcerptId } from '../model.ts'

/** One text of a comment as the public reads it now. */
export interface PostedText {
  version: VersionId
  kind: 'answer' | 'attachment'
  question: QuestionId | null
  position: number
  language: string | null
  text: string
}

/** An excerpt with its words, which the public reads now. */
export interface Excerpt {
  id: ExcerptId
  version: VersionId
  starts: number
  ends: number
  madeBy: CoderId
  madeAt: Instant
  words: string
  /** Only programs have pointed to it so far. */
  suggested: boolean
  /** A program pointed to it first. */
  byProgram: boolean
}
