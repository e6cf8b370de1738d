import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NotFound } from '../../platform/errors.ts'
import { quotedNumber } from '../deliberations/model.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { addStatements } from '../statements/add-statements.ts'
import { readStatement } from '../statements/model.ts'
import { withPublicWords } from '../statements/read-statements.ts'
import { listStatements } from '../statements/store.ts'
import { listTallies } from './exporting/store.ts'
import { codeIn, mayVote } from './own/code.ts'
import { ProposalAnswer, ProposalBody, StatementsAnswer, VoteAnswer, VoteBody } from './schemas.ts'
import type { Voting } from './services.ts'
import { castVote } from './taking/cast-vote.ts'
import type { KnownDeliberations } from './taking/known.ts'
import { words } from './words.ts'

type Here = Voting & KnownDeliberations
type App = Parameters<FastifyPluginAsyncTypebox<Here>>[0]

const one = '/api/processes/:slug/deliberations/:deliberation'
const params = DeliberationAddress
const tags = ['Deliberations']
const none = { agree: 0, disagree: 0, pass: 0 }

/** The same commands as the pages, for programs. */
export const votesApi: FastifyPluginAsyncTypebox<Here> = async (app, services) => {
  statementsApi(app, services)
  votingApi(app, services)
}

function statementsApi(app: App, services: Here) {
  const { db, clock } = services
  const read = {
    tags,
    summary: 'Statements with the votes that count',
    params,
    response: { 200: StatementsAnswer },
  }
  app.get(`${one}/statements`, { config: { action: 'statement.read' }, schema: read }, async (request) => {
    const { process, deliberation } = await services.find(request.viewer, request.params)
    const listed = await listStatements(db, { deliberation: deliberation.id, states: ['posted'] })
    const [worded, tallies] = [await withPublicWords(db, listed), await listTallies(db, deliberation.id)]
    const statements = worded.map((statement) => ({
      ...{ number: statement.number, text: statement.text, origin: statement.origin },
      ...{ source: statement.source ?? null, at: statement.at.toISOString() },
      issue: process.issues.find(({ id }) => id === statement.issue)?.number ?? null,
      replacedBy: statement.replacedBy ?? null,
      ...(tallies.get(statement.number) ?? none),
    }))
    return { deliberation: quotedNumber(process.docketPrefix, deliberation.number), statements }
  })

  const limited = { action: 'statement.propose', rateLimit: { max: 20, timeWindow: 10 * 60_000 } }
  const write = {
    tags,
    summary: 'Propose a statement',
    params,
    body: ProposalBody,
    response: { 202: ProposalAnswer },
  }
  app.post(`${one}/statements`, { config: limited, schema: write }, async (request, reply) => {
    const seen = await services.find(request.viewer, request.params)
    const may = await mayVote(services, seen, request.viewer)
    const text = readStatement(request.body.text)
    if ('why' in may) return refuse(reply, 403, words.in(request.locale)(may.why))
    if ('problem' in text) return refuse(reply, 422, `text: ${text.problem}`)
    const issue = seen.process.issues.find(({ number }) => number === request.body.issue)?.id
    const adding = { ...seen, actor: request.viewer, at: clock.now() }
    const done = await addStatements(db, adding, { origin: 'proposed', texts: [text.text], issue })
    if (typeof done === 'string') return refuse(reply, 409, done)
    return reply.code(202).send({ numbers: [...done.added, ...done.there], state: 'pending' })
  })
}

interface Replying {
  code(status: number): { type(type: string): { send(body: unknown): never } }
}

/** RFC 9457, as every refusal of the API. */
const refuse = (reply: unknown, status: number, detail: string): never =>
  (reply as Replying)
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', status, title: detail, detail })

function votingApi(app: App, services: Here) {
  const config = { action: 'vote.cast', rateLimit: { max: 6000, timeWindow: 10 * 60_000 } }
  const schema = {
    tags,
    summary: 'Vote on a statement',
    params,
    body: VoteBody,
    response: { 201: VoteAnswer },
  }
  app.post(`${one}/votes`, { config, schema }, async (request, reply) => {
    const seen = await services.find(request.viewer, request.params)
    const { statement, vote, matters = false, reason = '' } = request.body
    const sent = { statement, vote, matters, reason, code: codeIn(request), from: request.ip }
    const cast = await castVote(services, seen, request.viewer, sent)
    const t = words.in(request.locale)
    if ('refused' in cast) {
      if (cast.refused === 'not-votable') throw new NotFound('No vote is taken on this statement.')
      return refuse(reply, cast.mendable ? 422 : 409, t(cast.refused, { limit: 500 }))
    }
    const { id, at, again } = cast.taken
    const receipt = `${services.origin}/processes/${seen.process.slug}/deliberations/${seen.deliberation.number}/votes/${id}/receipt.txt`
    const known = {
      id,
      statement,
      vote: cast.word,
      at: at.toISOString(),
      again,
      counts: t('whatCounts'),
      receipt,
    }
    return reply.code(201).send({ ...known, ...(cast.code && { resumeCode: cast.code }) })
  })
}
