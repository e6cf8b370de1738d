import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../platform/errors.ts'
import { fillParts, type OfferedPart, type Place } from '../../platform/html/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { tidyName } from '../../platform/text/index.ts'
import type { RecordTables } from '../../record/index.ts'
import { administrationPolicy } from '../administration/access.ts'
import { listInterests } from '../interests/store.ts'
import type { InterestTables } from '../interests/tables.ts'
import { type Actor, decide, type OrganisationId } from '../model.ts'
import { addMember } from '../organisations/coalitions/add-member.ts'
import { confirmMembership, endMembership } from '../organisations/coalitions/settle-membership.ts'
import { findMembership, listTies } from '../organisations/coalitions/store.ts'
import {
  describeOrganisation,
  listOtherNames,
  searchOrganisations,
} from '../organisations/directory/store.ts'
import { type DescribedOrganisation, type Membership, speaksNow } from '../organisations/model.ts'
import { listRepresentations, listStakeholderGroups } from '../organisations/store.ts'
import type { OrganisationsTables } from '../organisations/tables.ts'
import { directoryPolicy } from './access.ts'
import { A_PAGE, DirectoryPage } from './pages/directory-page.tsx'
import { OrganisationPage, type OrganisationPageProps } from './pages/organisation-page.tsx'

export interface DirectoryServices extends Services<InterestTables & OrganisationsTables & RecordTables> {
  parts: readonly OfferedPart<Actor>[]
}

type App = Parameters<FastifyPluginAsyncTypebox<DirectoryServices>>[0]

const LENGTH = 200
const reading = { action: 'organisation.read' }
const Query = Type.Object({
  words: Type.Optional(Type.String({ maxLength: LENGTH })),
  group: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,4})?$' })),
})
const Slug = Type.Object({ slug: Type.String({ maxLength: 100 }) })
const Member = Type.Object({ member: Type.Optional(Type.String({ maxLength: 2000 })) })
const Tie = Type.Object({ membership: Type.String({ format: 'uuid' }) })

export const directoryRoutes: FastifyPluginAsyncTypebox<DirectoryServices> = async (app, services) => {
  listRoute(app, services)
  organisationRoutes(app, services)
  membershipRoutes(app, services)
}

function listRoute(app: App, { db }: DirectoryServices) {
  app.get('/organisations', { config: reading, schema: { querystring: Query } }, async (request, reply) => {
    const { words, group } = request.query
    const page = Number(request.query.page || 1)
    const sought = { words: words?.trim() || undefined, group: group || undefined }
    const stretch = { limit: A_PAGE, offset: (page - 1) * A_PAGE }
    const [found, groups] = await Promise.all([
      searchOrganisations(db, sought, stretch),
      listStakeholderGroups(db),
    ])
    return sendPage(reply, <DirectoryPage {...found} {...{ groups, sought, page }} />)
  })
}

async function organisationOf({ db }: DirectoryServices, slug: string): Promise<DescribedOrganisation> {
  const organisation = await describeOrganisation(db, { slug })
  if (!organisation) throw new NotFound('no such organisation')
  return organisation
}

/** For which organisations the person speaks now. */
async function spokenFor({ db, clock }: DirectoryServices, { person }: Actor): Promise<Set<OrganisationId>> {
  if (!person) return new Set()
  const all = await listRepresentations(db, { person })
  return new Set(all.filter((one) => speaksNow(one, clock.now())).map(({ organisation }) => organisation))
}

async function mayOf(
  services: DirectoryServices,
  viewer: Actor,
  { id }: DescribedOrganisation,
  ties: { members: readonly Membership[]; coalitions: readonly Membership[] },
): Promise<OrganisationPageProps['may']> {
  const own = await spokenFor(services, viewer)
  const may = (action: string, related: boolean) =>
    decide(directoryPolicy, viewer, action, { relations: related ? ['own'] : [] })
  const running = (all: readonly Membership[]) => all.filter(({ until }) => until === undefined)
  const ended = [...running(ties.members), ...running(ties.coalitions)]
  const confirmed = [
    ...running(ties.members).filter(({ other }) => own.has(other.id)),
    ...(own.has(id) ? running(ties.coalitions) : []),
  ].filter(({ confirmedAt }) => confirmedAt === undefined)
  return {
    change: decide(administrationPolicy, viewer, 'list-organisations'),
    addMember: may('coalition.add-member', own.has(id)),
    confirm: new Set(confirmed.map((one) => one.id)),
    end: new Set(
      ended
        .filter(({ other }) => may('coalition.end-membership', own.has(id) || own.has(other.id)))
        .map((one) => one.id),
    ),
  }
}

async function sendOrganisation(
  services: DirectoryServices,
  request: FastifyRequest,
  reply: FastifyReply,
  organisation: DescribedOrganisation,
  draft?: OrganisationPageProps['draft'],
) {
  const { db, parts } = services
  const { id } = organisation
  const ref = { kind: 'organisation', id }
  const fill = async (place: Place) =>
    (await fillParts(parts, place, [ref], request.viewer, (error) => request.log.error(error)))(ref)
  const [groups, otherNames, representations, ties, said, positions] = await Promise.all([
    listStakeholderGroups(db),
    listOtherNames(db, id),
    listRepresentations(db, { organisation: id }),
    listTies(db, id),
    fill('organisation-said'),
    fill('organisation-positions'),
  ])
  const may = await mayOf(services, request.viewer, organisation, ties)
  const named = representations.flatMap((one) => (one.named ? [one.person] : []))
  const interests = await listInterests(db, named)
  const told = {
    organisation,
    groups,
    otherNames,
    representations,
    interests,
    ties,
    said,
    positions,
    may,
    draft,
  }
  return sendPage(reply, <OrganisationPage {...told} />, draft ? 422 : 200)
}

function organisationRoutes(app: App, services: DirectoryServices) {
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { id } = await organisationOf(services, (params as { slug: string }).slug)
    return { relations: (await spokenFor(services, viewer)).has(id) ? (['own'] as const) : [] }
  }

  app.get('/organisations/:slug', { config: reading, schema: { params: Slug } }, async (request, reply) => {
    const organisation = await organisationOf(services, request.params.slug)
    if (organisation.slug !== request.params.slug) {
      return reply.redirect(`/organisations/${organisation.slug}`, 301)
    }
    return sendOrganisation(services, request, reply, organisation)
  })

  app.post(
    '/organisations/:slug/members',
    { config: { action: 'coalition.add-member', circumstances }, schema: { params: Slug, body: Member } },
    async (request, reply) => {
      const organisation = await organisationOf(services, request.params.slug)
      const name = request.body?.member ?? ''
      const added = await addMember(services, request.viewer, organisation.id, tidyName(name))
      if (added === 'added') return reply.redirect(`/organisations/${organisation.slug}`, 303)
      return sendOrganisation(services, request, reply, organisation, { name, problem: added })
    },
  )
}

function membershipRoutes(app: App, services: DirectoryServices) {
  const tieOf = async (text: string) => {
    const id = parseId<'membership'>(text)
    const tie = id && (await findMembership(services.db, id))
    if (!tie) throw new NotFound('no such membership')
    return tie
  }
  const route = (act: 'confirm' | 'end', sides: readonly ('member' | 'coalition')[]) => {
    const circumstances = async ({ viewer, params }: FastifyRequest) => {
      const tie = await tieOf((params as { membership: string }).membership)
      const own = await spokenFor(services, viewer)
      return { relations: sides.some((side) => own.has(tie[side])) ? (['own'] as const) : [] }
    }
    const config = { action: `coalition.${act}-membership`, circumstances }
    const settle = act === 'confirm' ? confirmMembership : endMembership
    app.post(
      `/memberships/:membership/${act}`,
      { config, schema: { params: Tie } },
      async (request, reply) => {
        const tie = await tieOf(request.params.membership)
        await settle(services, request.viewer, tie.id)
        const shown = await describeOrganisation(services.db, { id: tie.coalition })
        return reply.redirect(`/organisations/${shown?.slug ?? ''}`, 303)
      },
    )
  }
  route('confirm', ['member'])
  route('end', ['member', 'coalition'])
}
