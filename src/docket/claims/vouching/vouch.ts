import {
  type Actor,
  isCurrent,
  listRepresentations,
  type ParticipantsTables,
} from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { listUnvouched, markVouched } from './store.ts'

type Reading = Db<CommentTables & ParticipantsTables>

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Which of these comments the viewer may confirm, since they now speak for the organisation that is named. */
export async function listToVouch(db: Reading, ids: readonly CommentId[], { person }: Actor, now: Instant) {
  if (person === undefined) return []
  const speaking = (await listRepresentations(db, { person })).filter(
    (one) => isCurrent(one, now) && one.capacity !== 'in-own-name',
  )
  if (speaking.length === 0) return []
  return (await listUnvouched(db, ids)).flatMap((comment) => {
    const representation = speaking.find(
      ({ organisationName }) => plain(organisationName) === plain(comment.organisation ?? ''),
    )
    return representation ? [{ ...comment, representation }] : []
  })
}

/** A representative confirms that the organisation sent the comment that is shown in its name. */
export async function vouch(
  db: Db<CommentTables & ParticipantsTables & RecordTables>,
  viewer: Actor,
  id: CommentId,
  at: Instant,
): Promise<'vouched' | 'not-yours'> {
  const [comment] = await listToVouch(db, [id], viewer, at)
  if (!comment) return 'not-yours'
  const { process, representation } = comment
  return db.transaction().execute(async (tx) => {
    if (!(await markVouched(tx, id))) return 'not-yours'
    const { organisation, capacity } = representation
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
