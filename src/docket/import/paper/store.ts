import type { PersonId } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { PaperEntry } from './model.ts'
import type { PaperTables } from './tables.ts'

/** Who entered it is kept, and shown to nobody outside. */
export async function insertPaper(
  tx: Tx<PaperTables>,
  comment: CommentId,
  by: PersonId | undefined,
  { receivedOn, postmarkedOn, enteredAt }: PaperEntry,
): Promise<void> {
  await tx
    .insertInto('docket.paper')
    .values({
      ...{ comment_id: comment, received_on: receivedOn, postmarked_on: postmarkedOn || null },
      ...{ entered_by: by ?? null, entered_at: enteredAt },
    })
    .execute()
}
