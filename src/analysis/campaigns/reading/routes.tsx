import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { PostedTables } from '../../../docket/index.ts'
import { listStakeholderGroups, type ParticipantsTables } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { findSeenRequest, type RequestsTables } from '../../../requests/index.ts'
import type { CampaignTables } from '../tables.ts'
import { listCampaigns, listMembers, listVariants } from './campaigns/store.ts'
import { campaignLines, memberLines } from './csv.ts'
import { A_PAGE_OF_VARIANTS } from './model.ts'
import { CampaignPage } from './pages/campaign-page.tsx'
import { CampaignsPage } from './pages/campaigns-page.tsx'
import { EndedPage } from './pages/ended-page.tsx'
import { findSeenCampaign } from './seen.ts'
import { countRequest, countSignatories, findProgress } from './store.ts'

export type CampaignServices = Services<
  CampaignTables & PostedTables & RequestsTables & ProcessesTables & ParticipantsTables
>

type App = Parameters<FastifyPluginAsyncTypebox<CampaignServices>>[0]

const A_PAGE = 50
const config = { action: 'campaign.read' }
const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Named = Type.Object({ ...Docket.properties, campaign: Type.String({ maxLength: 60 }) })
const Page = Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' }))
const Paged = Type.Object({ page: Page })
const Placed = Type.Object({ page: Page, after: Type.Optional(Type.String({ maxLength: 100 })) })
const path = '/requests/:docket/campaigns'
const csv = 'text/csv; charset=utf-8; header=present'

/** Campaigns of a request, for anyone: the pages, and the same as tables. */
export const campaignsRoutes: FastifyPluginAsyncTypebox<CampaignServices> = async (app, services) => {
  listRoutes(app, services)
  campaignRoute(app, services)
  membersFile(app, services)
}

function listRoutes(app: App, { db, clock }: CampaignServices) {
  app.get(path, { config, schema: { params: Docket, querystring: Paged } }, async (request, reply) => {
    const about = await findSeenRequest(db, request.viewer, request.params.docket)
    const page = Number(request.query.page ?? 1)
    const [counts, signatories, progress, found] = await Promise.all([
      countRequest(db, about.request.id),
      countSignatories(db, about.request.id),
      findProgress(db, about.request.id),
      listCampaigns(db, about.request.id, { after: (page - 1) * A_PAGE, most: A_PAGE + 1 }),
    ])
    const [campaigns, more] = [found.slice(0, A_PAGE), found.length > A_PAGE]
    const shown = { counts: { ...counts, signatories }, progress, campaigns, page, more }
    return sendPage(reply, <CampaignsPage {...about} {...shown} now={clock.now()} />)
  })

  app.get(`${path}.csv`, { config, schema: { params: Docket } }, async (request, reply) => {
    const { request: about } = await findSeenRequest(db, request.viewer, request.params.docket)
    reply.header('content-disposition', `attachment; filename="${about.docket}-campaigns.csv"`)
    return reply.type(csv).send(Readable.from(campaignLines(db, about.id)))
  })
}

function campaignRoute(app: App, { db, clock }: CampaignServices) {
  const schema = { params: Named, querystring: Placed }
  app.get(`${path}/:campaign`, { config, schema }, async (request, reply) => {
    const { docket, campaign: named } = request.params
    const { known, campaign, ...about } = await findSeenCampaign(db, request.viewer, docket, named)
    const now = clock.now()
    if (!campaign) return sendPage(reply, <EndedPage {...about} {...known} now={now} />)
    const [page, from] = [Number(request.query.page ?? 1), request.query.after ?? '']
    const [variants, found, groups] = await Promise.all([
      listVariants(db, campaign, { after: (page - 1) * A_PAGE_OF_VARIANTS, most: A_PAGE_OF_VARIANTS }),
      listMembers(db, campaign.id, { after: from, most: A_PAGE + 1 }),
      listStakeholderGroups(db),
    ])
    const members = found.slice(0, A_PAGE)
    const next = found.length > A_PAGE ? members.at(-1)?.number : undefined
    const shown = { campaign, variants, page, members, groups, from, next }
    return sendPage(reply, <CampaignPage {...about} {...shown} now={now} />)
  })
}

function membersFile(app: App, { db }: CampaignServices) {
  const schema = { params: Named }
  app.get(`${path}/:campaign/comments.csv`, { config, schema }, async (request, reply) => {
    const { docket, campaign: named } = request.params
    const { campaign } = await findSeenCampaign(db, request.viewer, docket, named)
    if (!campaign) throw new NotFound('This campaign has ended.')
    const { id } = campaign
    reply.header('content-disposition', `attachment; filename="${docket}-campaign-${id}.csv"`)
    return reply.type(csv).send(Readable.from(memberLines(db, id)))
  })
}
