import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { appendAll, type RecordTables } from '../../../record/index.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ClaimId } from '../model.ts'
import type { ClaimTables } from '../tables.ts'
import { entryOf } from './entry-of.ts'
import { listClaimed, markConfirmed } from './store.ts'

/** From now on the claim stands before the moderators; a second press changes nothing. */
export async function confirmClaim(
  db: Db<ClaimTables & CommentTables & RecordTables>,
  claim: ClaimId,
  at: Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await markConfirmed(tx, claim, at))) return
    const about = await listClaimed(tx, claim)
    await appendAll(
      tx,
      about.map((one) => entryOf('claim-confirmed', claim, one, at)),
    )
  })
}
