import { listHolders, type ParticipantsTables, type PersonId, type Role } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { ModerationTables } from '../tables.ts'
import type { SecondLook } from './model.ts'
import { isSwitchedOff } from './store.ts'

/** Who moderates in a process; the policy of each kind of contribution gives its acts to these. */
export const moderatorRoles = ['moderator', 'secretariat'] as const satisfies readonly Role[]

/** Where nobody else could confirm it, withholding does not wait: it would wait for ever. */
export async function secondLookOf(
  db: Db<ModerationTables & ParticipantsTables>,
  process: Id<'process'>,
  person: PersonId | undefined,
): Promise<SecondLook> {
  if (person === undefined || (await isSwitchedOff(db, process))) return 'switched-off'
  const others = (await listHolders(db, moderatorRoles, process)).filter(({ id }) => id !== person)
  return others.length > 0 ? 'required' : 'nobody-else'
}
