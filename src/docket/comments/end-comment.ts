import { closeObjection, type ModerationTables } from '../../moderation/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, appendLeaf } from '../../record/index.ts'
import { indexComments } from '../search/store.ts'
import type { Arrival, SupersededAs } from './model.ts'
import type { WholeComment } from './read-whole.ts'
import { markSuperseded, markWithdrawn } from './store.ts'
import { type Taken, type TakingTables, takeComments } from './take-comments.ts'

/** Why the sender can do no more with a comment. */
export type Over = 'withdrawn' | 'superseded'

type Target = Pick<WholeComment, 'id' | 'number' | 'process' | 'leaf' | 'withdrawnAt'>

/** The sender takes a comment back; the record keeps that it was received and withdrawn. */
export function withdrawComment(
  db: Db<TakingTables & ModerationTables>,
  comment: Target,
  at: Instant,
): Promise<'withdrawn-now' | Over> {
  return db.transaction().execute(async (tx) => {
    if (!(await markWithdrawn(tx, comment.id, at))) return overBy(comment)
    await indexComments(tx, [comment.id])
    await closeObjection(tx, {
      about: { kind: 'comment', id: comment.id },
      outcome: 'lapsed',
      by: undefined,
      at,
    })
    await tell(tx, 'comment-withdrawn', comment, at, {})
    return 'withdrawn-now'
  })
}

const overBy = ({ withdrawnAt }: Target): Over => (withdrawnAt ? 'withdrawn' : 'superseded')

class TooLate extends Error {}

/** A new comment takes the place of an earlier one of the same sender, or neither happens. */
export async function supersedeComment(
  db: Db<TakingTables>,
  arrival: Arrival,
  earlier: Target,
  as: SupersededAs,
): Promise<Taken | Over> {
  try {
    return await db.transaction().execute(async (tx) => {
      const [taken] = await takeComments(tx, [arrival])
      if (!taken) throw new Error('No comment was taken.')
      if (taken.again) return taken
      if (!(await markSuperseded(tx, earlier.id, taken.id, as))) throw new TooLate()
      await indexComments(tx, [earlier.id])
      await tell(tx, 'comment-superseded', earlier, arrival.receivedAt, { by: taken.number, as })
      return taken
    })
  } catch (error) {
    if (error instanceof TooLate) return overBy(earlier)
    throw error
  }
}

async function tell(
  tx: Tx<TakingTables>,
  kind: string,
  { id, number, process, leaf }: Target,
  at: Instant,
  detail: Record<string, string>,
): Promise<void> {
  await append(tx, { kind, about: { kind: 'comment', id }, process, at, detail })
  await appendLeaf(tx, { kind, number, process, received: at, about: leaf })
}
