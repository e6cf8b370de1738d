import type { Actor } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { type ProcessesTables, publishProcessIn } from '../processes/index.ts'
import { append, appendLeaf, type RecordTables } from '../record/index.ts'
import { endComments } from './end-comments.ts'
import { partsOfRequest } from './leaf-parts.ts'
import type { RequestForComment, RequestId } from './model.ts'
import { lockRequest, publishIfDraft } from './store.ts'
import type { RequestsTables } from './tables.ts'

export type Published = { published: RequestId } | { refused: 'already-published' | 'deadline-passed' }
type Tables = RequestsTables & ProcessesTables & RecordTables

export async function publishRequest(
  db: Db<Tables>,
  actor: Actor,
  id: RequestId,
  now: Instant,
): Promise<Published> {
  return db.transaction().execute(async (tx): Promise<Published> => {
    const request = await lockRequest(tx, id)
    if (!request || request.publishedAt) return { refused: 'already-published' }
    if (request.deadline.at <= now) return { refused: 'deadline-passed' }
    return publishRequestIn(tx, actor, request, now)
  })
}

/** State, entry and leaf stand or fall together; the process becomes public with its first request. */
export async function publishRequestIn(
  tx: Tx<Tables>,
  actor: Actor,
  request: RequestForComment,
  now: Instant,
): Promise<Published> {
  const { id, docket, processId, deadline } = request
  const { leaf } = await appendLeaf(tx, {
    kind: 'request-published',
    number: docket,
    process: processId,
    received: now,
    parts: partsOfRequest(request),
  })
  if (!(await publishIfDraft(tx, id, now, leaf.id))) throw new Error('A draft is published under its lock.')
  await publishProcessIn(tx, actor, processId, now)
  await endComments(tx, processId)
  await append(tx, {
    kind: 'request-published',
    about: { kind: 'request', id },
    process: processId,
    by: actor.person,
    at: now,
    detail: { docket, leaf: leaf.id, deadline: deadline.at.toISOString(), zone: deadline.zone },
  })
  return { published: id }
}
