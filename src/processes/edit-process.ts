import type { Actor } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { append, type RecordTables } from '../record/index.ts'
import type { Process, ProcessId } from './model.ts'
import { updateUnpublished } from './store.ts'
import type { ProcessesTables } from './tables.ts'

export type Edited = { edited: ProcessId } | { refused: 'already-published' }

export async function editProcess(
  db: Db<ProcessesTables & RecordTables>,
  actor: Actor,
  process: Process,
  now: Instant,
): Promise<Edited> {
  return db.transaction().execute(async (tx): Promise<Edited> => {
    if (!(await updateUnpublished(tx, process))) return { refused: 'already-published' }
    const about = { kind: 'process', id: process.id }
    await append(tx, { kind: 'process-edited', about, process: process.id, by: actor.person, at: now })
    return { edited: process.id }
  })
}
