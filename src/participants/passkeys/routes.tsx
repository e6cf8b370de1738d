import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import { Forbidden } from '../../platform/errors.ts'
import { parseId } from '../../platform/id.ts'
import { tidyName } from '../../platform/text/index.ts'
import { findPerson } from '../people/store.ts'
import { browserName, ownPath } from '../sign-in/model.ts'
import { sessionCookie } from '../sign-in/viewer.ts'
import { addPasskey, offerPasskey, removePasskey } from './keep-passkey.ts'
import { NewPasskeyForm, PasskeyParams, PasskeySignIn } from './schemas.ts'
import type { PasskeyServices } from './services.ts'
import { askForPasskey, signInWithPasskey } from './sign-in-with-passkey.ts'

const rateLimit = { max: 30, timeWindow: '10 minutes' }
const hidden = { hide: true }

/** Spoken by the pages' own script; without it the mailed link is the way in. */
export const passkeyRoutes: FastifyPluginAsyncTypebox<PasskeyServices> = async (app, services) => {
  const changing = { config: { action: 'change-own-account', rateLimit } }
  const signingIn = { config: { action: 'sign-in', rateLimit } }

  const personOf = async ({ viewer }: FastifyRequest) => {
    const person = viewer.person && (await findPerson(services.db, viewer.person))
    if (!person) throw new Forbidden('not signed in')
    return person
  }

  app.post('/me/passkeys/options', changing, async (request) =>
    offerPasskey(services, await personOf(request)),
  )

  app.post(
    '/me/passkeys',
    { ...changing, schema: { ...hidden, body: NewPasskeyForm } },
    async (request, reply) => {
      const { name, response } = request.body
      const added = await addPasskey(services, {
        person: await personOf(request),
        name: tidyName(name),
        response: response as RegistrationResponseJSON,
        locale: request.locale,
      })
      return reply.code(added === 'added' ? 201 : 409).send({ added })
    },
  )

  app.post(
    '/me/passkeys/:passkey/remove',
    { ...changing, schema: { params: PasskeyParams } },
    async (request, reply) => {
      const id = parseId<'passkey'>(request.params.passkey)
      if (id) await removePasskey(services, await personOf(request), id, request.locale)
      return reply.redirect('/me', 303)
    },
  )

  app.post('/sign-in/passkey/options', signingIn, () => askForPasskey(services))

  app.post(
    '/sign-in/passkey',
    { ...signingIn, schema: { ...hidden, body: PasskeySignIn } },
    async (request, reply) => {
      const { response, to } = request.body
      const browser = browserName(request.headers['user-agent'])
      const answer = await signInWithPasskey(services, response as AuthenticationResponseJSON, browser)
      if (answer === 'not-proven') return reply.code(401).send({ signedIn: false })
      const cookie = sessionCookie(services.origin)
      return reply
        .setCookie(cookie.name, answer.session, cookie.options)
        .send({ signedIn: true, next: ownPath(to) })
    },
  )
}
