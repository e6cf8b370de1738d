import { generateRegistrationOptions, type RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Locale } from '../../platform/i18n/index.ts'
import { newId } from '../../platform/id.ts'
import { queueMail } from '../../platform/mail/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append } from '../../record/index.ts'
import { findInstallation } from '../installation/store.ts'
import type { PersonId } from '../model.ts'
import type { Person } from '../people/model.ts'
import { MOST_PASSKEYS, type PasskeyId } from './model.ts'
import { challengeIn, checkNew, hostOf } from './relying-party.ts'
import type { PasskeyServices } from './services.ts'
import { deletePasskey, insertChallenge, insertPasskey, listCredentials, spendChallenge } from './store.ts'
import { words } from './words.ts'

/** What a browser needs to make a passkey for this person. */
export async function offerPasskey({ db, clock, origin }: PasskeyServices, person: Person) {
  const credentials = await listCredentials(db, person.id)
  const options = await generateRegistrationOptions({
    rpName: (await findInstallation(db))?.name ?? hostOf(origin),
    rpID: hostOf(origin),
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: credentials.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  await db.transaction().execute((tx) => insertChallenge(tx, options.challenge, person.id, clock.now()))
  return options
}

export type PasskeyAdded = 'added' | 'not-proven' | 'known-already' | 'too-many'

interface Adding {
  person: Person
  name: string
  response: RegistrationResponseJSON
  locale: Locale
}

/** Adds a passkey that a device made for this person, and tells its owner by mail. */
export async function addPasskey(
  services: PasskeyServices,
  { person, name, response, locale }: Adding,
): Promise<PasskeyAdded> {
  const { db, clock, origin } = services
  const challenge = challengeIn(response)
  const credential = challenge && (await checkNew(response, challenge, origin))
  const installation = (await findInstallation(db))?.name ?? origin
  return db.transaction().execute(async (tx): Promise<PasskeyAdded> => {
    const at = clock.now()
    if (!challenge || !(await spendChallenge(tx, challenge, person.id, at)) || !credential)
      return 'not-proven'
    if ((await listCredentials(tx, person.id)).length >= MOST_PASSKEYS) return 'too-many'
    const { id: known, publicKey, counter, transports = [] } = credential
    const id: PasskeyId = newId(at.getTime())
    const kept = { public_key: Buffer.from(publicKey), counter, transports: [...transports] }
    const passkey = { id, person: person.id, credential: known, name, ...kept }
    if (!(await insertPasskey(tx, passkey, at))) return 'known-already'
    await append(tx, entryOf('passkey-added', person.id, at))
    await queueMail(tx, { to: person.email, ...letter('added', { name, installation, origin }, locale) }, at)
    return 'added'
  })
}

/** The mailed link stays a way in, so that no passkey is ever the last. */
export async function removePasskey(
  { db, clock, origin }: PasskeyServices,
  person: Person,
  id: PasskeyId,
  locale: Locale,
): Promise<void> {
  const installation = (await findInstallation(db))?.name ?? origin
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    const name = await deletePasskey(tx, id, person.id)
    if (name === undefined) return
    await append(tx, entryOf('passkey-removed', person.id, at))
    await queueMail(
      tx,
      { to: person.email, ...letter('removed', { name, installation, origin }, locale) },
      at,
    )
  })
}

const entryOf = (kind: 'passkey-added' | 'passkey-removed', id: PersonId, at: Instant) => ({
  kind,
  about: { kind: 'person', id },
  by: id,
  at,
})

function letter(
  what: 'added' | 'removed',
  values: { name: string; installation: string; origin: string },
  locale: Locale,
) {
  const t = words.in(locale)
  return { subject: t(`${what}Subject`, values), body: t(`${what}Body`, values) }
}
