import {
  type Actor,
  listRepresentations,
  type ParticipantsTables,
  speaksNow,
} from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { listRequests, type RequestsTables, stateOf } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { listJoint, listSignedBy } from './store.ts'

type Reading = Db<CommentTables & ParticipantsTables & RequestsTables & ProcessesTables>

/** The numbers of those of these comments that others may still sign. */
export async function listJoinable(
  db: Reading,
  ids: readonly CommentId[],
  now: Instant,
): Promise<ReadonlyMap<CommentId, string>> {
  const joint = await listJoint(db, ids)
  if (joint.length === 0) return new Map()
  const open = (await listRequests(db)).filter((request) => stateOf(request, now) === 'open')
  return new Map(
    joint
      .filter(({ request }) => open.some(({ id }) => id === request))
      .map(({ id, number }) => [id, number]),
  )
}

/** The signatures under these comments for which the viewer now speaks. */
export async function listToSpeakFor(
  db: Reading,
  ids: readonly CommentId[],
  { person }: Actor,
  now: Instant,
) {
  if (person === undefined || ids.length === 0) return []
  const speaking = (await listRepresentations(db, { person })).filter((one) => speaksNow(one, now))
  return listSignedBy(
    db,
    ids,
    speaking.map(({ organisation }) => organisation),
  )
}
