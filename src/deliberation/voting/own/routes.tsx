import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOfCode, readCode } from '../../../docket/index.ts'
import { listStakeholderGroups } from '../../../participants/index.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { deliberationAddress, stateOf } from '../../deliberations/model.ts'
import { DeliberationAddress } from '../../deliberations/schemas.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { AboutPage } from '../pages/about-page.tsx'
import { VotesPage } from '../pages/votes-page.tsx'
import { AboutForm, ResumeForm } from '../schemas.ts'
import type { Voting } from '../services.ts'
import type { KnownDeliberations } from '../taking/known.ts'
import type { WordKey } from '../words.ts'
import { codeIn, keepCode, whoIs } from './code.ts'
import { findParticipant, listOwnVotes, saveAbout } from './store.ts'

type Here = Voting & KnownDeliberations
type App = Parameters<FastifyPluginAsyncTypebox<Here>>[0]

const one = '/processes/:slug/deliberations/:deliberation'
const config = { action: 'vote.cast' }
const consumes = ['application/x-www-form-urlencoded']
const params = DeliberationAddress

export const ownRoutes: FastifyPluginAsyncTypebox<Here> = async (app, services) => {
  const { db } = services
  app.get(`${one}/votes`, { config, schema: { params } }, async (request, reply) =>
    sendVotes(services, request, reply, await services.find(request.viewer, request.params)),
  )

  const limited = { ...config, rateLimit: { max: 20, timeWindow: 10 * 60_000 } }
  app.post(
    `${one}/resume`,
    { config: limited, schema: { params, body: ResumeForm, consumes } },
    async (request, reply) => {
      const seen = await services.find(request.viewer, request.params)
      const typed = request.body.code ?? ''
      const code = readCode(typed)
      const voter = { person: undefined, codeHash: (code && hashOfCode(code)) || undefined }
      const known = code && (await findParticipant(db, seen.deliberation.id, voter))
      if (!known || !code) return sendVotes(services, request, reply, seen, { problem: 'codeUnknown', typed })
      keepCode(reply, services, seen, code)
      return reply.redirect(`${deliberationAddress(seen.process.slug, seen.deliberation.number)}/votes`, 303)
    },
  )
  aboutRoutes(app, services)
}

async function ownOf({ db }: Here, request: FastifyRequest, { deliberation }: Seen) {
  const code = codeIn(request)
  if (request.viewer.person === undefined && !code) return { code, participant: undefined }
  return { code, participant: await findParticipant(db, deliberation.id, whoIs(request.viewer, code).voter) }
}

async function sendVotes(
  services: Here,
  request: FastifyRequest,
  reply: FastifyReply,
  seen: Seen,
  again: { problem?: WordKey; typed?: string } = {},
) {
  const { db, clock } = services
  const { code, participant } = await ownOf(services, request, seen)
  const now = clock.now()
  const props = {
    ...{ ...seen, ...again, now },
    code: request.viewer.person === undefined ? code : undefined,
    number: participant?.number,
    votes: participant ? await listOwnVotes(db, participant.id) : [],
    mayChange: stateOf(seen.deliberation, now) === 'open',
  }
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer')
  return sendPage(reply, <VotesPage {...props} />, again.problem ? 422 : 200)
}

function aboutRoutes(app: App, services: Here) {
  const { db, clock } = services
  app.get(`${one}/about-you`, { config, schema: { params } }, async (request, reply) => {
    const seen = await services.find(request.viewer, request.params)
    const { participant } = await ownOf(services, request, seen)
    const here = deliberationAddress(seen.process.slug, seen.deliberation.number)
    if (!participant) return reply.redirect(`${here}/vote`, 303)
    const groups = await listStakeholderGroups(db)
    reply.header('cache-control', 'private, no-store')
    return sendPage(reply, <AboutPage {...seen} {...{ participant, groups }} now={clock.now()} />)
  })

  app.post(
    `${one}/about-you`,
    { config, schema: { params, body: AboutForm, consumes } },
    async (request, reply) => {
      const seen = await services.find(request.viewer, request.params)
      const { participant } = await ownOf(services, request, seen)
      const { group: typed = '', issues = [] } = request.body
      const here = deliberationAddress(seen.process.slug, seen.deliberation.number)
      if (participant) {
        const group = (await listStakeholderGroups(db)).find(({ slug }) => slug === typed)?.slug ?? null
        const numbers = [issues].flat()
        const known = seen.process.issues.filter(({ number }) => numbers.includes(String(number)))
        const about = { group, issues: known.map(({ id }) => id) }
        await db.transaction().execute((tx) => saveAbout(tx, participant.id, about))
      }
      return reply.redirect(`${here}/vote`, 303)
    },
  )
}
