import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { tidyName } from '../../platform/text/index.ts'
import type { RecordTables } from '../../record/index.ts'
import { wrongFields } from '../form-problems.tsx'
import { declareInterest, endInterest } from '../interests/declare-interest.ts'
import { listInterests } from '../interests/store.ts'
import type { InterestTables } from '../interests/tables.ts'
import type { Actor, PersonId } from '../model.ts'
import { nameRepresentative } from '../organisations/directory/name-representative.ts'
import { listRepresentations } from '../organisations/store.ts'
import type { OrganisationsTables } from '../organisations/tables.ts'
import { listPasskeys } from '../passkeys/store.ts'
import type { PasskeyTables } from '../passkeys/tables.ts'
import { renamePerson } from '../people/rename-person.ts'
import { findPerson, listRoles } from '../people/store.ts'
import type { ProcessNames } from '../process-names.ts'
import { endSessions } from '../sign-in/end-sessions.ts'
import type { SessionId } from '../sign-in/model.ts'
import {
  InterestForm,
  InterestParams,
  NameForm,
  NamingForm,
  NamingParams,
  SessionParams,
} from '../sign-in/schemas.ts'
import { listSessions } from '../sign-in/store.ts'
import type { SignInTables } from '../sign-in/tables.ts'
import { findSession, sessionCookie } from '../sign-in/viewer.ts'
import { MePage, type MePageProps } from './pages/me-page.tsx'

type AccountServices = Services<
  InterestTables & OrganisationsTables & PasskeyTables & SignInTables & RecordTables
> &
  ProcessNames

type Returned = Pick<MePageProps, 'name' | 'interest' | 'wrong'>

function personOf({ person }: Actor): PersonId {
  if (!person) throw new Forbidden('not signed in')
  return person
}

async function load(services: AccountServices, request: FastifyRequest) {
  const { db, clock } = services
  const id = personOf(request.viewer)
  const now = clock.now()
  const [person, roles, representations, interests, sessions, passkeys, session, processes] =
    await Promise.all([
      findPerson(db, id),
      listRoles(db, id),
      listRepresentations(db, { person: id }),
      listInterests(db, [id]),
      listSessions(db, id, now),
      listPasskeys(db, id),
      findSession(services, request.cookies),
      services.nameProcesses(),
    ])
  if (!person) throw new NotFound('no such person')
  const own = { roles, representations, interests: interests.get(id) ?? [], sessions, passkeys }
  return { person, ...own, thisSession: session?.session, processes, now }
}

export const accountRoutes: FastifyPluginCallbackTypebox<AccountServices> = (app, services, done) => {
  const changing = { action: 'change-own-account' }
  const leaving = { action: 'sign-out' }

  async function sendMe(request: FastifyRequest, reply: FastifyReply, returned: Returned) {
    return sendPage(reply, <MePage {...(await load(services, request))} {...returned} />, 422)
  }

  function forget(reply: FastifyReply) {
    const { name, options } = sessionCookie(services.origin)
    const { maxAge, ...same } = options
    return reply.clearCookie(name, same).redirect('/', 303)
  }

  app.get('/me', { config: { action: 'see-own-account' } }, async (request, reply) =>
    sendPage(reply, <MePage {...(await load(services, request))} />),
  )

  app.post(
    '/me/name',
    { config: changing, schema: { body: NameForm }, attachValidation: true },
    async (request, reply) => {
      const { name = '' } = request.body ?? {}
      const wrong = wrongFields(request.validationError)
      if (wrong.size > 0) return sendMe(request, reply, { name, wrong })
      await renamePerson(services, request.viewer, personOf(request.viewer), name.trim())
      return reply.redirect('/me', 303)
    },
  )

  app.post(
    '/me/representations/:representation/naming',
    { config: changing, schema: { params: NamingParams, body: NamingForm } },
    async (request, reply) => {
      const id = parseId<'representation'>(request.params.representation)
      const named = request.body.named === 'yes'
      if (id) await nameRepresentative(services, { id, named, person: personOf(request.viewer) })
      return reply.redirect('/me', 303)
    },
  )

  app.post(
    '/me/interests',
    { config: changing, schema: { body: InterestForm }, attachValidation: true },
    async (request, reply) => {
      const interest = request.body ?? {}
      const wrong = wrongFields(request.validationError)
      if (wrong.size > 0) return sendMe(request, reply, { interest, wrong })
      const words = tidyName(interest.words)
      await declareInterest(services, personOf(request.viewer), { ...interest, words })
      return reply.redirect('/me', 303)
    },
  )

  app.post(
    '/me/interests/:interest/end',
    { config: changing, schema: { params: InterestParams } },
    async (request, reply) => {
      const id = parseId<'interest'>(request.params.interest)
      if (id) await endInterest(services, personOf(request.viewer), id)
      return reply.redirect('/me', 303)
    },
  )

  app.post(
    '/me/sessions/:session/end',
    { config: leaving, schema: { params: SessionParams } },
    async (request, reply) => {
      await endSessions(services, personOf(request.viewer), parseId<'session'>(request.params.session))
      return reply.redirect('/me', 303)
    },
  )

  app.post('/sign-out', { config: leaving }, async (request, reply) => {
    const session: SessionId | undefined = (await findSession(services, request.cookies))?.session
    if (session) await endSessions(services, personOf(request.viewer), session)
    return forget(reply)
  })

  app.post('/sign-out-everywhere', { config: leaving }, async (request, reply) => {
    await endSessions(services, personOf(request.viewer))
    return forget(reply)
  })
  done()
}
