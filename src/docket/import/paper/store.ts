import { sql } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { PaperDays, PaperEntry } from './model.ts'
import type { PaperTables } from './tables.ts'

/** What was kept of the paper when its comment was first entered. */
export async function findPaper(db: Db<PaperTables>, comment: CommentId): Promise<PaperDays | undefined> {
  const row = await db
    .selectFrom('docket.paper')
    .select(sql<string>`received_on::text`.as('received_on'))
    .select(sql<string | null>`postmarked_on::text`.as('postmarked_on'))
    .where('comment_id', '=', comment)
    .executeTakeFirst()
  return row && { receivedOn: row.received_on, postmarkedOn: row.postmarked_on ?? '' }
}

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
