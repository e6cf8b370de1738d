import { shareCommit } from '../../../docket/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { CastVote } from '../model.ts'
import type { VotesTables } from '../tables.ts'
import { type Answer, takeVotes } from './take-votes.ts'

/** The one way in for votes: those that wait at the same moment share a commit, and each is answered after it. */
export interface VoteQueue {
  take(vote: CastVote): Promise<Answer>
}

export function voteQueue(db: Db<VotesTables>): VoteQueue {
  const act = (votes: readonly CastVote[]) => db.transaction().execute((tx) => takeVotes(tx, votes))
  return shareCommit(act, { most: 500, waiting: 5000, patience: 10, weigh: () => 1 })
}
