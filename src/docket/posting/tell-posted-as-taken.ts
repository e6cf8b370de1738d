import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RecordTables } from '../../record/index.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { listToTell } from './store.ts'
import { tellPosted } from './tell-posted.ts'

/** Comments that were public elsewhere are posted as they are taken, and the public log says so of them too. */
export async function tellPostedAsTaken(
  tx: Tx<CommentTables & RecordTables>,
  ids: readonly CommentId[],
  questions: ReadonlyMap<QuestionId, number>,
  at: Instant,
): Promise<void> {
  await tellPosted(tx, await listToTell(tx, ids), questions, at)
}
