import type { PersonId } from '../../../participants/model.ts'
import type { Id } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/model.ts'

export type DeliberationImportId = Id<'deliberation-import'>

export interface KeptFile {
  name: string
  sha256: string
  size: number
}

/** What is in the files, counted before anything is taken in. */
export interface Told {
  topic: string
  participants: number
  statements: number
  /** Statements that were moderated out there: they are withheld here. */
  withheld: number
  votes: number
  /** Votes that a later one by the same participant took the place of. */
  changed: number
  /** Statements on which there are votes and no words, and how many votes: these are left out. */
  wordless: number
  wordlessVotes: number
  /** ISO 8601. */
  from: string
  until: string
}

export interface DeliberationImport {
  id: DeliberationImportId
  process: ProcessId
  title: string
  /** Where it was held, in the convenor's words. */
  origin: string
  language: string
  files: readonly KeptFile[]
  told: Told
  state: 'proposed' | 'waiting' | 'done' | 'left' | 'failed'
  /** The number of the deliberation that it became. */
  deliberation: number | undefined
  by: PersonId | undefined
  at: Instant
}
