import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findObjectionWords, findOpenObjection } from '../../../moderation/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { mayReadConfidential } from '../../posting/deciding/routes.tsx'
import { openOriginal } from '../../posting/open-original.ts'
import { readWaiting } from '../../posting/read-waiting.ts'
import { findToModerate } from '../../posting/store.ts'
import { AnswerForm } from '../schemas.ts'
import type { ObjectionsServices } from '../services.ts'
import { listObjectionsIn } from '../store.ts'
import type { WordKey } from '../words.ts'
import { answerObjection, isOpenTo } from './answer-objection.ts'
import { ObjectionPage } from './pages/objection-page.tsx'
import { ObjectionsPage } from './pages/objections-page.tsx'

type App = Parameters<FastifyPluginAsyncTypebox<ObjectionsServices>>[0]

const LISTED = 200
const LONGEST_WHY = 2000

interface Returned {
  why?: string
  problem?: WordKey
}

/** Those who moderate a request read the objections about its comments; one who did not decide before answers. */
export const answeringRoutes: FastifyPluginAsyncTypebox<ObjectionsServices> = async (app, services) => {
  listRoutes(app, services)
  answerRoutes(app, services)
}

function listRoutes(app: App, { db }: ObjectionsServices) {
  const params = Type.Object({ docket: Type.String({ maxLength: 80 }) })
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { request } = await findSeenRequest(db, viewer, (params as { docket: string }).docket)
    return { process: request.processId }
  }
  const config = { action: 'comment.moderate', circumstances }
  app.get('/requests/:docket/objections', { config, schema: { params } }, async (request, reply) => {
    const { request: asked } = await findSeenRequest(db, request.viewer, request.params.docket)
    const listed = await listObjectionsIn(db, asked.id, LISTED)
    return sendPage(reply, <ObjectionsPage request={asked} listed={listed} />)
  })
}

async function found({ db }: ObjectionsServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const comment = await findToModerate(db, number)
  if (!comment) throw new NotFound('No such comment.')
  return { comment, ...(await findSeenRequest(db, request.viewer, docketOf(number))) }
}

const guarded = (services: ObjectionsServices, action: string) => ({
  action,
  circumstances: async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  }),
})

function answerRoutes(app: App, services: ObjectionsServices) {
  const { db, clock } = services
  const params = Type.Object({ number: Type.String({ maxLength: 100 }) })
  const path = '/comments/:number/objection'

  app.get(path, { config: guarded(services, 'comment.moderate'), schema: { params } }, (request, reply) =>
    sendObjection(request, reply, services),
  )

  const schema = { params, body: AnswerForm, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config: guarded(services, 'objection.answer'), schema }, async (request, reply) => {
    const { comment, request: asks } = await found(services, request)
    const typed = request.body.why ?? ''
    const why = cleanText(typed).text.trim()
    const again = (problem: WordKey) => sendObjection(request, reply, services, { why: typed, problem })
    const turnsDown = request.body.act === 'turn-down'
    if (turnsDown && why === '') return again('whyMissing')
    if (why.length > LONGEST_WHY) return again('whyLong')
    const questions = new Map(asks.questions.map(({ id, number }) => [id, number]))
    const answer = { ...request.body, why: turnsDown ? why : '' }
    const outcome = await answerObjection(db, request.viewer, { comment, questions, answer, at: clock.now() })
    return outcome === 'answered'
      ? reply.redirect(`/requests/${asks.docket}/objections`, 303)
      : again(outcome)
  })
}

async function sendObjection(
  request: FastifyRequest,
  reply: FastifyReply,
  services: ObjectionsServices,
  returned: Returned = {},
) {
  const { db, clock } = services
  const { comment, ...seen } = await found(services, request)
  const objection = await findOpenObjection(db, { kind: 'comment', id: comment.id })
  const whole = await readWaiting(db, comment, seen.request.questions, mayReadConfidential(request, comment))
  await openOriginal(db, request.viewer, whole, clock.now())
  const props = {
    whole,
    objection,
    words: objection && (await findObjectionWords(db, objection.id)),
    mayAnswer: objection !== undefined && (await isOpenTo(db, request.viewer, objection)),
    ...returned,
  }
  const { problem } = returned
  const status = problem === undefined ? 200 : problem === 'whyMissing' || problem === 'whyLong' ? 422 : 409
  reply.header('cache-control', 'private, no-store')
  return sendPage(reply, <ObjectionPage {...seen} {...props} />, status)
}
