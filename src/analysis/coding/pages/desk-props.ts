import type { VNode } from 'preact'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { FieldProblems, Fields } from '../codings/read-content.ts'
import type { DeskView } from '../desk/read-desk.ts'
import type { Place } from '../excerpts/find-quote.ts'
import type { Excerpt } from '../excerpts/model.ts'
import type { WordKey } from '../words.ts'

export interface DeskProps {
  request: RequestForComment
  process: Process
  now: Instant
  desk: DeskView
  mayCode: boolean
  /** The excerpt that is being coded; else a new one is marked. */
  chosen: Excerpt | undefined
  fields: Fields
  problems: FieldProblems | undefined
  /** The places that the words stand at, where there are several. */
  places: readonly Place[]
  /** Why the act was not done. */
  refused: WordKey | undefined
  /** What later steps show beside an excerpt. */
  beside(excerpt: string): readonly VNode[]
}

export const deskAddress = (number: string): string => `/comments/${number}/coding`
