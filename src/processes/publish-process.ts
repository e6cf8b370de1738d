import type { Actor } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { append, type RecordTables } from '../record/index.ts'
import type { ProcessId } from './model.ts'
import { publishIfUnpublished } from './store.ts'
import type { ProcessesTables } from './tables.ts'

/** Publishing twice is publishing once; answers whether this time did it. */
export async function publishProcess(
  db: Db<ProcessesTables & RecordTables>,
  actor: Actor,
  id: ProcessId,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute((tx) => publishProcessIn(tx, actor, id, now))
}

/** A process becomes public at the latest with its first request. */
export async function publishProcessIn(
  tx: Tx<ProcessesTables & RecordTables>,
  actor: Actor,
  id: ProcessId,
  now: Instant,
): Promise<boolean> {
  if (!(await publishIfUnpublished(tx, id, now))) return false
  await append(tx, {
    kind: 'process-published',
    about: { kind: 'process', id },
    process: id,
    by: actor.person,
    at: now,
  })
  return true
}
