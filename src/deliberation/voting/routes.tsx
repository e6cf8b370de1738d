import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { sendPage } from '../../platform/http/index.ts'
import { deliberationAddress } from '../deliberations/model.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import type { Seen } from '../deliberations/seen.ts'
import { votesApi } from './api.ts'
import { votesCsv } from './exporting/votes-csv.ts'
import { codeIn, keepCode, mayVote, whoIs } from './own/code.ts'
import { type Asked, readTurn, skippedIn } from './own/read-turn.ts'
import { ownRoutes } from './own/routes.tsx'
import { KeptOutPage } from './pages/kept-out-page.tsx'
import { VotePage } from './pages/vote-page.tsx'
import { reasonsRoutes } from './reasons/routes.tsx'
import { VoteForm, VoteQuery } from './schemas.ts'
import type { Voting, VotingServices } from './services.ts'
import { castVote } from './taking/cast-vote.ts'
import { type KnownDeliberations, knownDeliberations } from './taking/known.ts'
import { voteQueue } from './taking/vote-queue.ts'
import type { WordKey } from './words.ts'

type Sent = Static<typeof VoteForm>
export type VotingHere = Voting & KnownDeliberations

const one = '/processes/:slug/deliberations/:deliberation'
const consumes = ['application/x-www-form-urlencoded']
const params = DeliberationAddress

/** Voting: one statement at a time, one's own votes with their receipts, and the table of all votes. */
export const votingRoutes: FastifyPluginAsyncTypebox<VotingServices> = async (app, given) => {
  const services: VotingHere = { ...given, ...voteQueue(given.db), ...knownDeliberations(given) }
  const { db } = services
  app.register(ownRoutes, services)
  app.register(reasonsRoutes, services)
  app.register(votesApi, services)

  const config = { action: 'vote.cast' }
  app.get(`${one}/vote`, { config, schema: { params, querystring: VoteQuery } }, async (request, reply) => {
    const seen = await services.find(request.viewer, request.params)
    return sendVote(services, request, reply, seen, request.query)
  })

  const limited = { ...config, rateLimit: { max: 6000, timeWindow: 10 * 60_000 } }
  const schema = { params, body: VoteForm, consumes }
  app.post(`${one}/vote`, { config: limited, schema }, async (request, reply) => {
    const { statement = '', vote = '', matters, reason = '', skipped = '' } = request.body
    const seen = await services.find(request.viewer, request.params)
    const code = codeIn(request, request.body.code)
    const sent = {
      statement: Number(statement) || 0,
      vote,
      matters: matters === 'yes',
      reason,
      code,
      from: request.ip,
    }
    const cast = await castVote(services, seen, request.viewer, sent)
    if ('refused' in cast) return sendAgain(services, request, reply, seen, cast)
    if (cast.code) keepCode(reply, services, seen, cast.code)
    const rest = skippedIn(skipped).filter((number) => String(number) !== statement)
    const here = deliberationAddress(seen.process.slug, seen.deliberation.number)
    const more = rest.length > 0 ? `&skipped=${rest.join(',')}` : ''
    return reply.redirect(`${here}/vote?voted=${cast.taken.id}${more}`, 303)
  })

  app.get(
    `${one}/votes.csv`,
    { config: { action: 'vote.read' }, schema: { params } },
    async (request, reply) => {
      const { process, deliberation } = await services.find(request.viewer, request.params)
      const name = `${process.slug}-deliberation-${deliberation.number}-votes.csv`
      reply.header('content-disposition', `attachment; filename="${name}"`)
      return reply.type('text/csv; charset=utf-8').send(votesCsv(db, deliberation.id))
    },
  )
}

interface Again {
  typed?: { matters: boolean; reason: string }
  problem?: WordKey
}

async function sendVote(
  services: VotingHere,
  request: FastifyRequest,
  reply: FastifyReply,
  seen: Seen,
  asked: Asked,
  { typed = { matters: false, reason: '' }, problem }: Again = {},
) {
  const { db, clock } = services
  const may = await mayVote(services, seen, request.viewer)
  if ('why' in may) return sendKeptOut(services, reply, seen, may.why, typed.reason)
  const code = codeIn(request, (request.body as Sent | undefined)?.code)
  const who = whoIs(request.viewer, code, may.standing)
  if (who.code) keepCode(reply, services, seen, who.code)
  const { participant, ...turn } = await readTurn(db, seen, who, asked)
  const asksAbout = participant !== undefined && !participant.asked
  const props = { ...seen, ...turn, asksAbout, typed, problem, code: who.code, now: clock.now() }
  reply.header('cache-control', 'private, no-store')
  return sendPage(reply, <VotePage {...props} />, problem ? 422 : 200)
}

/** Problems that can be mended bring the same statement back, with every word. */
function sendAgain(
  services: VotingHere,
  request: FastifyRequest,
  reply: FastifyReply,
  seen: Seen,
  { refused, mendable }: { refused: WordKey; mendable: boolean },
) {
  const { statement, matters, reason = '', skipped } = request.body as Sent
  if (!mendable) return sendKeptOut(services, reply, seen, refused, reason)
  const typed = { matters: matters === 'yes', reason }
  return sendVote(services, request, reply, seen, { statement, skipped }, { typed, problem: refused })
}

function sendKeptOut({ clock }: VotingHere, reply: FastifyReply, seen: Seen, why: WordKey, reason: string) {
  reply.header('cache-control', 'private, no-store')
  const status = why.startsWith('may-') ? 403 : 409
  return sendPage(reply, <KeptOutPage {...seen} {...{ why, reason }} now={clock.now()} />, status)
}
