import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { append, appendLeaf, type RecordTables } from '../../record/index.ts'
import { partOfRound } from '../leaf-parts.ts'
import type { ReplyRound, RequestId } from '../model.ts'
import { lockRequest } from '../store.ts'
import type { RequestsTables } from '../tables.ts'
import { setRound } from './store.ts'

export type Announced = { announced: RequestId } | { refused: 'before-deadline' | 'begun' | 'not-there' }

/** While it is a draft the round is published with the request; later it is an entry and a leaf of its own. */
export async function announceRound(
  db: Db<RequestsTables & ProcessesTables & RecordTables>,
  actor: Actor,
  id: RequestId,
  round: ReplyRound,
): Promise<Announced> {
  return db.transaction().execute(async (tx): Promise<Announced> => {
    const request = await lockRequest(tx, id)
    if (!request) return { refused: 'not-there' }
    if (round.opensAt < request.deadline.at) return { refused: 'before-deadline' }
    const before = request.replyRound
    if (before && before.opensAt <= round.announcedAt) return { refused: 'begun' }
    await setRound(tx, id, round)
    const { opensAt, closesAt, zone, announcedAt: at } = round
    const about = { about: { kind: 'request', id }, process: request.processId, by: actor.person, at }
    const told = { opens: opensAt.toISOString(), closes: closesAt.toISOString(), zone }
    if (!request.publishedAt) {
      await append(tx, { kind: 'request-edited', ...about, detail: told })
      return { announced: id }
    }
    const { leaf } = await appendLeaf(tx, {
      kind: 'replies-announced',
      number: request.docket,
      process: request.processId,
      received: at,
      parts: [partOfRound(round)],
    })
    await append(tx, { kind: 'replies-announced', ...about, detail: { ...told, leaf: leaf.id } })
    return { announced: id }
  })
}
