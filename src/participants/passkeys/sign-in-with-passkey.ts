import { type AuthenticationResponseJSON, generateAuthenticationOptions } from '@simplewebauthn/server'
import { startSession } from '../sign-in/start-session.ts'
import { challengeIn, checkKnown, hostOf } from './relying-party.ts'
import type { PasskeyServices } from './services.ts'
import { findByCredential, insertChallenge, markUsed, spendChallenge } from './store.ts'

/** What a browser needs to ask its devices; it names no person and no key, so nobody learns who is known here. */
export async function askForPasskey({ db, clock, origin }: PasskeyServices) {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    userVerification: 'preferred',
  })
  await db.transaction().execute((tx) => insertChallenge(tx, options.challenge, undefined, clock.now()))
  return options
}

/** Starts a session for whoever holds the key; every reason against it gets the same answer. */
export async function signInWithPasskey(
  { db, clock, origin }: PasskeyServices,
  response: AuthenticationResponseJSON,
  browser: string,
): Promise<{ session: string } | 'not-proven'> {
  const challenge = challengeIn(response)
  const passkey = await findByCredential(db, response.id)
  const counter = challenge && passkey ? await checkKnown(response, passkey, challenge, origin) : undefined
  return db.transaction().execute(async (tx) => {
    const now = clock.now()
    if (!challenge || !(await spendChallenge(tx, challenge, undefined, now))) return 'not-proven'
    if (!passkey || counter === undefined) return 'not-proven'
    if (!(await markUsed(tx, passkey.id, counter, now))) return 'not-proven'
    return { session: await startSession(tx, passkey.person, browser, now) }
  })
}
