import type { Actor } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { after } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import { append, appendLeaf, partOf, type RecordTables } from '../record/index.ts'
import { endComments } from './end-comments.ts'
import { partOfDeadline, partOfRound } from './leaf-parts.ts'
import type { AnnouncedDeadline, ReplyRound, RequestId } from './model.ts'
import { setRound } from './replies/store.ts'
import { addDeadline, lockRequest } from './store.ts'
import type { RequestsTables } from './tables.ts'

export type Extended = { extended: RequestId } | { refused: 'not-published' | 'not-later' }

/** The reply round follows the deadline, as long as it was. */
const moved = (round: ReplyRound, by: number): ReplyRound => ({
  ...round,
  opensAt: after(round.opensAt, by),
  closesAt: after(round.closesAt, by),
})

/** An extension is a further deadline with its reason: what was announced before stays to be read. */
export async function extendDeadline(
  db: Db<RequestsTables & ProcessesTables & RecordTables>,
  actor: Actor,
  id: RequestId,
  deadline: AnnouncedDeadline,
): Promise<Extended> {
  return db.transaction().execute(async (tx): Promise<Extended> => {
    const request = await lockRequest(tx, id)
    if (!request?.publishedAt) return { refused: 'not-published' }
    if (deadline.at <= request.deadline.at) return { refused: 'not-later' }
    const by = deadline.at.getTime() - request.deadline.at.getTime()
    const round = request.replyRound && moved(request.replyRound, by)
    const { leaf } = await appendLeaf(tx, {
      kind: 'request-extended',
      number: request.docket,
      process: request.processId,
      received: deadline.setAt,
      parts: [
        partOfDeadline(deadline),
        partOf('reason', deadline.reason),
        ...(round ? [partOfRound(round)] : []),
      ],
    })
    await addDeadline(tx, id, request.deadlines.length, deadline, leaf.id)
    if (round) await setRound(tx, id, round)
    await endComments(tx, request.processId)
    await append(tx, {
      kind: 'request-extended',
      about: { kind: 'request', id },
      process: request.processId,
      by: actor.person,
      at: deadline.setAt,
      detail: { leaf: leaf.id, deadline: deadline.at.toISOString(), zone: deadline.zone },
    })
    return { extended: id }
  })
}
