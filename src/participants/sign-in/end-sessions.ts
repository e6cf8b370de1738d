import type { Services } from '../../platform/services.ts'
import type { PersonId } from '../model.ts'
import type { SessionId } from './model.ts'
import { deleteSessions } from './store.ts'
import type { SignInTables } from './tables.ts'

/** Signs a person out of one session, or everywhere. */
export async function endSessions(
  { db }: Services<SignInTables>,
  person: PersonId,
  only?: SessionId,
): Promise<void> {
  await db.transaction().execute((tx) => deleteSessions(tx, person, only))
}
