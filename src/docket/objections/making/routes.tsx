import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  findKeptBack,
  findOpenObjection,
  LONGEST_OBJECTION,
  listObjectionsAbout,
} from '../../../moderation/index.ts'
import { type Actor, type Circumstances, viewerOf } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { findToModerate } from '../../posting/store.ts'
import { ObjectForm } from '../schemas.ts'
import { senderRelations } from '../sender-relations.ts'
import type { ObjectionsServices } from '../services.ts'
import type { WordKey } from '../words.ts'
import { makeObjection } from './make-objection.ts'
import { ObjectPage } from './pages/object-page.tsx'

const params = Type.Object({ number: Type.String({ maxLength: 100 }) })
const path = '/comments/:number/object'
const numberIn = (request: FastifyRequest) => (request.params as { number: string }).number

interface Returned {
  words?: string
  problem?: WordKey
}

const relationsOf = async (
  { db }: ObjectionsServices,
  request: FastifyRequest,
  viewer: Actor,
): Promise<Circumstances> => ({ relations: await senderRelations(db, numberIn(request), request, viewer) })

export const makingRoutes: FastifyPluginAsyncTypebox<ObjectionsServices> = async (app, services) => {
  const { db, clock } = services
  const config = {
    action: 'objection.make',
    circumstances: (request: FastifyRequest) => relationsOf(services, request, request.viewer),
  }
  // Whoever has neither key nor account is asked for the key, rather than to sign in: before the gate turns them away.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET') return
    const viewer = await viewerOf(services, request.cookies)
    const { relations = [] } = await relationsOf(services, request, viewer)
    if (relations.length > 0) return
    return reply.redirect(`/comment-key?number=${encodeURIComponent(numberIn(request))}&leads=object`, 303)
  }

  app.get(path, { config, onRequest, schema: { params } }, (request, reply) =>
    sendForm(request, reply, services),
  )

  const limited = { ...config, rateLimit: { max: 20, timeWindow: 10 * 60_000 } }
  const schema = { params, body: ObjectForm, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config: limited, schema }, async (request, reply) => {
    const { number } = request.params
    const comment = await findToModerate(db, number)
    if (!comment) throw new NotFound('No such comment.')
    const typed = request.body.words ?? ''
    const words = cleanText(typed).text.trim()
    const again = (problem: WordKey) => sendForm(request, reply, services, { words: typed, problem })
    if (words === '') return again('wordsMissing')
    if (words.length > LONGEST_OBJECTION) return again('wordsLong')
    const made = await makeObjection(db, request.viewer, { comment, words, at: clock.now() })
    return made === 'made' ? reply.redirect(`/comments/${number}/object`, 303) : again(made)
  })
}

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, contact }: ObjectionsServices,
  returned: Returned = {},
) {
  const comment = await findToModerate(db, numberIn(request))
  if (!comment) throw new NotFound('No such comment.')
  const about = { kind: 'comment', id: comment.id }
  const { request: asked } = await findSeenRequest(db, request.viewer, docketOf(comment.number))
  const over = comment.withdrawn || comment.state === 'erased'
  const props = {
    number: comment.number,
    request: asked,
    contact,
    keptBack: over ? undefined : await findKeptBack(db, about),
    open: await findOpenObjection(db, about),
    before: (await listObjectionsAbout(db, about)).filter(({ outcome }) => outcome !== undefined),
    ...returned,
  }
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer')
  return sendPage(reply, <ObjectPage {...props} />, statusOf(returned.problem))
}

function statusOf(problem: WordKey | undefined): number {
  if (problem === undefined) return 200
  if (problem === 'too-many') return 429
  return problem === 'wordsMissing' || problem === 'wordsLong' ? 422 : 409
}
