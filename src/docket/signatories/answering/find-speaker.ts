import {
  type Actor,
  listRepresentations,
  type OrganisationId,
  type ParticipantsTables,
  speaksNow,
} from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { findCalled } from '../store.ts'

/** The organisation of this name for which the viewer speaks now. */
export async function findSpokenFor(
  db: Db<ParticipantsTables>,
  { person }: Actor,
  name: string,
  now: Instant,
): Promise<OrganisationId | undefined> {
  if (person === undefined) return undefined
  const speaking = (await listRepresentations(db, { person })).filter((one) => speaksNow(one, now))
  return findCalled(
    db,
    name,
    speaking.map(({ organisation }) => organisation),
  )
}
