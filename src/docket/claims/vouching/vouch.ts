import {
  type Actor,
  listRepresentations,
  type ParticipantsTables,
  speaksNow,
} from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ClaimTables } from '../tables.ts'
import { listUnvouched, markVouched } from './store.ts'

type Reading = Db<CommentTables & ParticipantsTables>

/** Which of these comments the viewer may confirm, since they now speak for the organisation that is named. */
export async function listToVouch(db: Reading, ids: readonly CommentId[], { person }: Actor, now: Instant) {
  if (person === undefined) return []
  const speaking = (await listRepresentations(db, { person })).filter((one) => speaksNow(one, now))
  const organisations = speaking.map(({ organisation }) => organisation)
  return (await listUnvouched(db, ids, organisations)).flatMap((comment) => {
    const representation = speaking.find(({ organisation }) => organisation === comment.organisation)
    return representation ? [{ ...comment, representation }] : []
  })
}

/** A representative confirms that the organisation sent the comment that is shown in its name. */
export async function vouch(
  db: Db<CommentTables & ClaimTables & ParticipantsTables & RecordTables>,
  viewer: Actor,
  id: CommentId,
  at: Instant,
): Promise<'vouched' | 'not-yours'> {
  const [comment] = await listToVouch(db, [id], viewer, at)
  if (!comment) return 'not-yours'
  const { process, representation } = comment
  return db.transaction().execute(async (tx) => {
    const { organisation, capacity, person: by } = representation
    if (!(await markVouched(tx, id, { organisation, by, at }))) return 'not-yours'
    const about = { kind: 'comment', id }
    const entry = {
      kind: 'comment-sender-confirmed',
      about,
      process,
      by: viewer.person,
      organisation,
      capacity,
      at,
    }
    await append(tx, { ...entry, detail: { verification: 'organisation' } })
    return 'vouched'
  })
}
