import type { CommentId } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { CodingTables } from '../tables.ts'
import { deleteCoded } from './store.ts'

/** Takes erased comments off the bench: what was marked in them, and what anybody said of it. */
export async function eraseCoded(tx: Tx<CodingTables>, comments: readonly CommentId[]): Promise<void> {
  if (comments.length > 0) await deleteCoded(tx, comments)
}
