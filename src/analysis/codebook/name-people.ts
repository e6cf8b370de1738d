import { findPerson, type ParticipantsTables, type PersonId } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'

/** What these people are called; whoever was erased has no name. */
export async function namePeople(
  db: Db<ParticipantsTables>,
  people: readonly (PersonId | null | undefined)[],
): Promise<ReadonlyMap<PersonId, string>> {
  const names = new Map<PersonId, string>()
  for (const id of new Set(people)) {
    const person = id && (await findPerson(db, id))
    if (person) names.set(person.id, person.name)
  }
  return names
}
