import type { Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import { hashOf, newSecret } from './secret.ts'
import { insertSession } from './store.ts'
import type { SignInTables } from './tables.ts'

/** Starts a session and answers its secret: what the cookie carries, kept nowhere else. */
export async function startSession(
  tx: Tx<SignInTables>,
  person: PersonId,
  browser: string,
  at: Instant,
): Promise<string> {
  const secret = newSecret()
  await insertSession(tx, { id: newId(at.getTime()), hash: hashOf(secret), person, browser }, at)
  return secret
}
