import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { tidyName } from '../../../platform/text/index.ts'
import { wrongFields } from '../../form-problems.tsx'
import { addOrganisation } from '../../organisations/add-organisation.ts'
import { addRepresentation } from '../../organisations/add-representation.ts'
import { endRepresentation } from '../../organisations/end-representation.ts'
import { listOrganisations, listStakeholderGroups } from '../../organisations/store.ts'
import { findPersonByEmail } from '../../people/store.ts'
import { OrganisationForm, OrganisationParams, RepresentationForm, RepresentationParams } from '../schemas.ts'
import type { AdministrationServices } from '../services.ts'
import { changeRoutes } from './changing/routes.tsx'
import { organisationOf, pageOf } from './page-of.tsx'
import { OrganisationsPage, type OrganisationsPageProps } from './pages/organisations-page.tsx'
import { periodOf } from './period.ts'

type Routes = (...registered: Parameters<FastifyPluginAsyncTypebox<AdministrationServices>>) => void
type ListForm = Pick<OrganisationsPageProps, 'draft' | 'wrong' | 'refused'>

export const organisationsRoutes: FastifyPluginAsyncTypebox<AdministrationServices> = async (
  app,
  services,
) => {
  listRoutes(app, services)
  pageRoutes(app, services)
  app.register(changeRoutes, services)
}

const listing = { action: 'list-organisations' }

const listRoutes: Routes = (app, services) => {
  const { db } = services
  const adding = { config: { action: 'add-organisation' }, schema: { body: OrganisationForm } }

  async function sendList(reply: FastifyReply, form: ListForm = {}) {
    const [organisations, groups] = await Promise.all([listOrganisations(db), listStakeholderGroups(db)])
    const page = <OrganisationsPage organisations={organisations} groups={groups} {...form} />
    return sendPage(reply, page, form.draft ? 422 : 200)
  }

  app.get('/administration/organisations', { config: listing }, (_request, reply) => sendList(reply))

  app.post('/administration/organisations', { ...adding, attachValidation: true }, async (request, reply) => {
    const draft = request.body ?? {}
    const groups = await listStakeholderGroups(db)
    const group = groups.some(({ slug }) => slug === draft.group)
    const wrong = wrongFields(request.validationError, { group })
    if (wrong.size > 0) return sendList(reply, { draft, wrong })
    const named = { name: tidyName(draft.name), group: draft.group }
    const answer = await addOrganisation(services, request.viewer, named)
    if ('refused' in answer) return sendList(reply, { draft, refused: answer.refused })
    return reply.redirect(`/administration/organisations/${answer.added}`, 303)
  })
}

const pageRoutes: Routes = (app, services) => {
  const { db } = services
  const representing = {
    config: { action: 'add-representation' },
    schema: { params: OrganisationParams, body: RepresentationForm },
  }

  app.get(
    '/administration/organisations/:organisation',
    { config: listing, schema: { params: OrganisationParams } },
    async (request, reply) =>
      sendPage(reply, await pageOf(services, request.viewer, await organisationOf(services, request.params))),
  )

  app.post(
    '/administration/organisations/:organisation/representations',
    { ...representing, attachValidation: true },
    async (request, reply) => {
      const organisation = await organisationOf(services, request.params)
      const draft = request.body ?? {}
      const person = await findPersonByEmail(db, draft.person?.trim() ?? '')
      const period = periodOf(draft.from, draft.until)
      const rules = { person: person !== undefined, from: Boolean(period.from), until: period.inOrder }
      const wrong = wrongFields(request.validationError, rules)
      if (wrong.size > 0 || !person || !period.from)
        return sendPage(reply, await pageOf(services, request.viewer, organisation, { draft, wrong }), 422)
      const about = { person: person.id, organisation: organisation.id, capacity: draft.capacity }
      const span = { from: period.from, until: period.until, checkedHow: draft.checkedHow?.trim() }
      const answer = await addRepresentation(services, request.viewer, { ...about, ...span })
      if ('refused' in answer)
        return sendPage(
          reply,
          await pageOf(services, request.viewer, organisation, { draft, wrong: new Set(['until']) }),
          422,
        )
      return reply.redirect(`/administration/organisations/${organisation.id}`, 303)
    },
  )

  app.post(
    '/administration/organisations/:organisation/representations/:representation/end',
    { config: { action: 'end-representation' }, schema: { params: RepresentationParams } },
    async (request, reply) => {
      const organisation = await organisationOf(services, request.params)
      const id = parseId<'representation'>(request.params.representation)
      if (id) await endRepresentation(services, request.viewer, id)
      return reply.redirect(`/administration/organisations/${organisation.id}`, 303)
    },
  )
}
