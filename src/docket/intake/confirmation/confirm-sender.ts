import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import { hashOfCode } from '../../comments/secrets.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { findLinked, markVerified } from './store.ts'

/** Whoever reads the mail of the address says that they sent the comment; a second press changes nothing. */
export async function confirmSender(
  db: Db<CommentTables & RecordTables>,
  secret: string,
  at: Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const linked = await findLinked(tx, hashOfCode(secret))
    if (!linked || !(await markVerified(tx, linked.id))) return
    const about = { kind: 'comment', id: linked.id }
    const detail = { verification: 'e-mail' }
    await append(tx, { kind: 'comment-sender-confirmed', about, process: linked.process, at, detail })
  })
}
