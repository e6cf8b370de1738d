import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { append } from '../../record/index.ts'
import { lockRequest, type RequestForComment } from '../../requests/index.ts'
import type { DecidingTables } from './decide-issues.ts'
import type { Proposal } from './model.ts'
import { deleteFromGroups, insertGroup, numbersOfAnswers } from './store.ts'

interface Order {
  request: RequestForComment
  proposals: readonly Proposal[]
  at: Instant
}

const commentsOf = (proposals: readonly Proposal[]) =>
  [...new Set(proposals.map(({ comment }) => comment))].sort()

/** Puts proposals that say the same under one heading of the convenor's; each stays as it was sent. */
export async function putTogether(
  db: Db<DecidingTables>,
  actor: Actor,
  { request, proposals, at }: Order,
  title: string,
): Promise<'done' | 'not-as-seen'> {
  return db.transaction().execute(async (tx) => {
    await lockRequest(tx, request.id)
    const posted = await numbersOfAnswers(tx, proposals)
    if (proposals.some(({ answer }) => !posted.has(answer))) return 'not-as-seen'
    const id = newId<'proposal-group'>(at.getTime())
    await insertGroup(tx, { id, request: request.id, title, at }, proposals)
    await append(tx, {
      kind: 'proposals-put-together',
      about: { kind: 'request', id: request.id },
      process: request.processId,
      by: actor.person,
      at,
      detail: { group: id, comments: commentsOf(proposals) },
    })
    return 'done'
  })
}

/** Lets proposals stand alone again. */
export async function takeApart(
  db: Db<DecidingTables>,
  actor: Actor,
  { request, proposals, at }: Order,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockRequest(tx, request.id)
    if ((await deleteFromGroups(tx, proposals)) === 0) return
    await append(tx, {
      kind: 'proposals-taken-apart',
      about: { kind: 'request', id: request.id },
      process: request.processId,
      by: actor.person,
      at,
      detail: { comments: commentsOf(proposals) },
    })
  })
}
