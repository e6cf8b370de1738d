import type { Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { PersonId } from '../model.ts'
import { findPersonByEmail, insertPerson } from '../people/store.ts'
import type { PeopleTables } from '../people/tables.ts'
import { hashOf } from './secret.ts'
import { startSession } from './start-session.ts'
import { findLink, spendLink } from './store.ts'
import type { SignInTables } from './tables.ts'

type SignUpTables = PeopleTables & RecordTables

export type SignInAnswer =
  | { session: string; next: string }
  | { refused: 'link-used-or-expired' | 'name-missing' }

/** Who signs in for the first time becomes a person of this installation; of two links at once, one adds. */
async function signUp(
  tx: Tx<SignUpTables>,
  email: string,
  name: string,
  at: Instant,
): Promise<PersonId | undefined> {
  const id: PersonId = newId(at.getTime())
  if (!(await insertPerson(tx, { id, email, name }, at))) return (await findPersonByEmail(tx, email))?.id
  await append(tx, { kind: 'person-signed-up', about: { kind: 'person', id }, by: id, at })
  return id
}

/** Uses up the link of that secret and starts a session; a newcomer's name is asked for first. */
export async function signIn(
  { db, clock }: Services<SignInTables & SignUpTables>,
  secret: string,
  { name, browser }: { name: string; browser: string },
): Promise<SignInAnswer> {
  return db.transaction().execute(async (tx): Promise<SignInAnswer> => {
    const now = clock.now()
    const link = await findLink(tx, hashOf(secret), now)
    if (!link) return { refused: 'link-used-or-expired' }
    const known = await findPersonByEmail(tx, link.email)
    if (!known && !name) return { refused: 'name-missing' }
    if (!(await spendLink(tx, hashOf(secret), now))) return { refused: 'link-used-or-expired' }
    const person = known?.id ?? (await signUp(tx, link.email, name, now))
    if (!person) return { refused: 'link-used-or-expired' }
    return { session: await startSession(tx, person, browser, now), next: link.next }
  })
}
