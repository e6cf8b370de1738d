import type { Db } from '../../platform/db/index.ts'
import type { Arrival } from '../comments/model.ts'
import { type SharedCommits, shareCommit } from '../comments/share-commit.ts'
import { type Taken, type TakingTables, takeComments } from '../comments/take-comments.ts'

export type CommentQueue = SharedCommits<Arrival, Taken>

/** So many letters of a text count as one comment, so that what waits fits into memory however long it is. */
const ordinaryLength = 16_384

function weigh({ answers, attachments }: Arrival): number {
  const texts = [...answers, ...attachments.map(({ extraction }) => extraction)]
  const letters = texts.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
  return Math.max(1, Math.ceil(letters / ordinaryLength))
}

/** The one way in for comments that come one by one: those that wait at the same moment share a commit. */
export function commentQueue(db: Db<TakingTables>): CommentQueue {
  const act = (arrivals: readonly Arrival[]) => db.transaction().execute((tx) => takeComments(tx, arrivals))
  return shareCommit(act, { most: 200, waiting: 1000, patience: 10, weigh })
}
