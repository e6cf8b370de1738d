import type { Actor } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { append, type RecordTables } from '../record/index.ts'
import type { RequestForComment, RequestId } from './model.ts'
import { updateDraft } from './store.ts'
import type { RequestsTables } from './tables.ts'

export type Edited = { edited: RequestId } | { refused: 'already-published' }

export async function editRequest(
  db: Db<RequestsTables & RecordTables>,
  actor: Actor,
  request: RequestForComment,
  now: Instant,
): Promise<Edited> {
  return db.transaction().execute(async (tx): Promise<Edited> => {
    if (!(await updateDraft(tx, request))) return { refused: 'already-published' }
    const about = { kind: 'request', id: request.id }
    await append(tx, {
      kind: 'request-edited',
      about,
      process: request.processId,
      by: actor.person,
      at: now,
    })
    return { edited: request.id }
  })
}
