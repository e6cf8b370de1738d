import type { Decision } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Waiting } from './store.ts'

interface Opened {
  comment: Pick<Waiting, 'id' | 'processId'>
  decisions: readonly Pick<Decision, 'act'>[]
}

/** Whoever reads what was left out of a posted comment is written down. */
export async function openOriginal(
  db: Db<RecordTables>,
  { person: by }: Actor,
  { comment, decisions }: Opened,
  at: Instant,
): Promise<void> {
  if (!decisions.some(({ act }) => act === 'redact')) return
  const about = { kind: 'comment', id: comment.id }
  await db
    .transaction()
    .execute((tx) => append(tx, { kind: 'original-opened', about, process: comment.processId, by, at }))
}
