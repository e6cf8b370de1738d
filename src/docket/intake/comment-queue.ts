import type { Db } from '../../platform/db/index.ts'
import { promisesOf, type SigningKey } from '../../record/index.ts'
import type { Arrival } from '../comments/model.ts'
import { type PreparedComment, prepareComment } from '../comments/prepare-comment.ts'
import { type SharedCommits, shareCommit } from '../comments/share-commit.ts'
import { type Taken, type TakingTables, takePrepared } from '../comments/take-comments.ts'

/** What is taken now has the log's promise; what was taken before was promised then. */
export type Received = Omit<Taken, 'made'> & { promise?: string | undefined }

/** A queue for arrivals; each is prepared as it comes, while another batch is written. */
export type CommentQueue = SharedCommits<Arrival, Received>

/** So many letters of a text count as one comment, so that what waits fits into memory however long it is. */
const ordinaryLength = 16_384

function weigh({ arrival: { answers, attachments } }: PreparedComment): number {
  const texts = [...answers, ...attachments.map(({ extraction }) => extraction)]
  const letters = texts.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
  return Math.max(1, Math.ceil(letters / ordinaryLength))
}

function promise(taken: readonly Taken[], log: SigningKey): Received[] {
  const made = taken.flatMap(({ made }) => made ?? [])
  const promises = new Map(promisesOf(made, log).map((text, at) => [made[at], text]))
  return taken.map(({ made, ...one }) => ({ ...one, promise: made && promises.get(made) }))
}

/** The one way in for comments that come one by one: those that wait at the same moment share a commit and a signature. */
export function commentQueue(db: Db<TakingTables>, log: SigningKey): CommentQueue {
  const act = async (comments: readonly PreparedComment[]) =>
    promise(await db.transaction().execute((tx) => takePrepared(tx, comments)), log)
  const { take, isFull } = shareCommit(act, { most: 200, waiting: 1000, patience: 10, weigh })
  return { take: (arrival) => take(prepareComment(arrival)), isFull }
}
