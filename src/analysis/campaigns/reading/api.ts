import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { campaignAddress, campaignsAddress } from './address.ts'
import { answerOf, memberAnswer } from './answer.ts'
import { listCampaigns, listMembers } from './campaigns/store.ts'
import type { CampaignServices } from './routes.tsx'
import { CampaignList, OneCampaign } from './schemas.ts'
import { findSeenCampaign } from './seen.ts'
import { countRequest, countSignatories, findProgress } from './store.ts'

const [A_PAGE, MANY] = [50, 1000]
const config = { action: 'campaign.read' }
const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Named = Type.Object({ ...Docket.properties, campaign: Type.String({ maxLength: 60 }) })
const Paged = Type.Object({ page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' })) })
const After = Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })) })
const tags = ['Requests for comment']

export const campaignsApi: FastifyPluginAsyncTypebox<CampaignServices> = async (app, { db, origin }) => {
  const path = '/api/requests/:docket/campaigns'
  const list = { params: Docket, querystring: Paged, response: { 200: CampaignList } }
  const summary = 'Comments that are near-duplicates of one another'
  app.get(path, { config, schema: { ...list, tags, summary } }, async (request) => {
    const { request: about } = await findSeenRequest(db, request.viewer, request.params.docket)
    const page = Number(request.query.page ?? 1)
    const [counts, signatories, { left }, found] = await Promise.all([
      countRequest(db, about.id),
      countSignatories(db, about.id),
      findProgress(db, about.id),
      listCampaigns(db, about.id, { after: (page - 1) * A_PAGE, most: A_PAGE + 1 }),
    ])
    const next =
      found.length > A_PAGE ? `${origin}/api${campaignsAddress(about.docket)}?page=${page + 1}` : null
    const shown = found.slice(0, A_PAGE).map((one) => answerOf(one, about.docket, origin))
    return { docket: about.docket, ...counts, signatories, waiting: left, list: shown, next }
  })

  const one = { params: Named, querystring: After, response: { 200: OneCampaign } }
  const about = 'One campaign, with its comments'
  app.get(`${path}/:campaign`, { config, schema: { ...one, tags, summary: about } }, async (request) => {
    const { docket, campaign: named } = request.params
    const { campaign, request: asks } = await findSeenCampaign(db, request.viewer, docket, named)
    if (!campaign) throw new NotFound('This campaign has ended.')
    const after = request.query.after ?? ''
    const members = await listMembers(db, campaign.id, { after, most: MANY })
    const last = members.length === MANY ? members.at(-1)?.number : undefined
    const address = `${origin}/api${campaignAddress(asks.docket, campaign.id)}`
    return {
      docket: asks.docket,
      ...answerOf(campaign, asks.docket, origin),
      members: members.map(memberAnswer),
      next: last ? `${address}?after=${encodeURIComponent(last)}` : null,
    }
  })
}
