import type { Db } from '../../platform/db/index.ts'
import type { Arrival } from '../comments/model.ts'
import { shareCommit } from '../comments/share-commit.ts'
import { type Taken, type TakingTables, takeComments } from '../comments/take-comments.ts'

export type TakeComment = (arrival: Arrival) => Promise<Taken>

/** The one way in for comments that come one by one: those that wait at the same moment share a commit. */
export function commentQueue(db: Db<TakingTables>): TakeComment {
  return shareCommit((arrivals: readonly Arrival[]) =>
    db.transaction().execute((tx) => takeComments(tx, arrivals)),
  )
}
