import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { wrongFields } from '../../form-problems.tsx'
import { listRepresentations } from '../../organisations/store.ts'
import { giveRole } from '../../people/give-role.ts'
import type { HeldRole, Person } from '../../people/model.ts'
import { findPerson, listPeople, listRoles } from '../../people/store.ts'
import { takeRole } from '../../people/take-role.ts'
import { PersonParams, RoleForm } from '../schemas.ts'
import type { AdministrationServices } from '../services.ts'
import { PeoplePage } from './pages/people-page.tsx'
import { PersonPage, type PersonPageProps } from './pages/person-page.tsx'

type Form = Pick<PersonPageProps, 'draft' | 'wrong' | 'refused'>

const heldRole = ({ role, process }: RoleForm): HeldRole => ({ role, process: process || undefined })
/** An administrator runs the installation, never one process. */
const mayBeHeld = ({ role, process }: Partial<RoleForm>) => role !== 'administrator' || !process

export const peopleRoutes: FastifyPluginCallbackTypebox<AdministrationServices> = (app, services, done) => {
  const { db, clock } = services
  const giving = { config: { action: 'give-role' }, schema: { params: PersonParams, body: RoleForm } }
  const taking = { config: { action: 'take-role' }, schema: { params: PersonParams, body: RoleForm } }

  async function personOf(params: { person: string }): Promise<Person> {
    const id = parseId<'person'>(params.person)
    const person = id && (await findPerson(db, id))
    if (!person) throw new NotFound('no such person')
    return person
  }

  async function sendPerson(reply: FastifyReply, person: Person, form: Form = {}) {
    const roles = await listRoles(db, person.id)
    const representations = await listRepresentations(db, { person: person.id })
    const processes = await services.nameProcesses()
    const page = { person, roles, representations, processes, now: clock.now() }
    return sendPage(reply, <PersonPage {...page} {...form} />, form.draft ? 422 : 200)
  }

  app.get('/people', { config: { action: 'list-people' } }, async (_request, reply) =>
    sendPage(reply, <PeoplePage people={await listPeople(db)} processes={await services.nameProcesses()} />),
  )

  app.get(
    '/people/:person',
    { config: { action: 'list-people' }, schema: { params: PersonParams } },
    async (request, reply) => sendPerson(reply, await personOf(request.params)),
  )

  app.post('/people/:person/roles', { ...giving, attachValidation: true }, async (request, reply) => {
    const person = await personOf(request.params)
    const draft = request.body ?? {}
    const wrong = wrongFields(request.validationError, { process: mayBeHeld(draft) })
    if (wrong.size > 0) return sendPerson(reply, person, { draft, wrong })
    const answer = await giveRole(services, request.viewer, person.id, heldRole(draft))
    if (!('refused' in answer)) return reply.redirect(`/people/${person.id}`, 303)
    if (answer.refused === 'no-such-person') throw new NotFound(answer.refused)
    return sendPerson(reply, person, { draft, refused: answer.refused })
  })

  app.post('/people/:person/roles/take', taking, async (request, reply) => {
    const person = await personOf(request.params)
    const answer = await takeRole(services, request.viewer, person.id, heldRole(request.body))
    if ('refused' in answer && answer.refused === 'last-administrator') {
      return sendPerson(reply, person, { draft: request.body, refused: answer.refused })
    }
    return reply.redirect(`/people/${person.id}`, 303)
  })
  done()
}
