import type { Db } from '../../platform/db/index.ts'
import type { Services } from '../../platform/services.ts'
import type { SigningKey } from '../../record/index.ts'
import type { StatementsDatabase } from '../statements/services.ts'
import type { VotesTables } from './tables.ts'
import type { VoteQueue } from './taking/vote-queue.ts'

export type VotingDatabase = VotesTables & StatementsDatabase
export type VotingDb = Db<VotingDatabase>

export interface VotingServices extends Services<VotingDatabase> {
  /** Names the log in receipts. */
  log: SigningKey
}

/** What pages and API share: one queue. */
export interface Voting extends VotingServices, VoteQueue {}
