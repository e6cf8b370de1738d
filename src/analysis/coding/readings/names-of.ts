import { namePeople } from '../../codebook/name-people.ts'
import type { CoderId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { personsOf } from './store.ts'

/** What coders are called; whoever was erased has no name. */
export async function namesOf(
  db: CodingDb,
  coders: readonly CoderId[],
): Promise<ReadonlyMap<CoderId, string>> {
  const persons = await personsOf(db, coders)
  const names = await namePeople(db, [...persons.values()])
  return new Map(
    [...persons].flatMap(([coder, person]) => {
      const name = names.get(person)
      return name === undefined ? [] : [[coder, name] as const]
    }),
  )
}
