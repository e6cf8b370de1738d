import type { VoteLog } from '../../mathematics/vote-log.ts'

/** A statement as the files have it. */
export interface ReadStatement {
  id: string
  text: string
  moderated: -1 | 0 | 1
  /** Milliseconds since 1970. */
  at: number
}

/** A whole conversation: statements in numeric order of their ids, votes in the order of the files. */
export interface ReadConversation {
  topic: string
  statements: readonly ReadStatement[]
  log: VoteLog
}
