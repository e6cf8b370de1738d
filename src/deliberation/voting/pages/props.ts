import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { Deliberation } from '../../deliberations/model.ts'
import type { OwnVote, VoteWord } from '../model.ts'
import type { WordKey } from '../words.ts'

export interface Here {
  deliberation: Deliberation
  process: Process
  now: Instant
}

export interface VotePageProps extends Here {
  /** The statement to vote on now; none where all were voted on. */
  statement: { number: number; text: string } | undefined
  /** How many statements take votes, and on how many of them the voter has voted. */
  all: number
  done: number
  /** The code that their votes are kept under, where they are not signed in. */
  code: string | undefined
  last: OwnVote | undefined
  /** What they voted on this statement before. */
  before: { word: VoteWord; matters: boolean } | undefined
  skipped: readonly number[]
  asksAbout: boolean
  typed: { matters: boolean; reason: string }
  problem?: WordKey | undefined
}
