import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Forbidden } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findRequest } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { readWhole } from '../../comments/read-whole.ts'
import { hashOfCode } from '../../comments/secrets.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import { findSeenComment } from '../../reading/find-seen-comment.ts'
import type { SignatoriesServices } from '../services.ts'
import { findByToken, findSignature } from '../store.ts'
import { answerSignature, isAnswering } from './answer-signature.ts'
import { findSpokenFor } from './find-speaker.ts'
import { SignGonePage, SignPage } from './pages/sign-page.tsx'

type App = Parameters<FastifyPluginAsyncTypebox<SignatoriesServices>>[0]

const fieldOf = (request: FastifyRequest, name: string) => new Map(fieldsOfBody(request.body)).get(name) ?? ''

/** Where those who are named as signing say whether they do. */
export const answeringRoutes: FastifyPluginAsyncTypebox<SignatoriesServices> = async (app, services) => {
  linkRoutes(app, services)
  representativeRoute(app, services)
}

function linkRoutes(app: App, services: SignatoriesServices) {
  const { db, clock } = services
  const schema = { params: Type.Object({ secret: Type.String({ maxLength: 100 }) }) }
  const config = { action: 'signatory.answer', rateLimit: { max: 60, timeWindow: 10 * 60_000 } }

  const send = async (request: FastifyRequest, reply: FastifyReply, secret: string, answered = false) => {
    reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
    const signature = await findByToken(db, hashOfCode(secret))
    const asked = signature && (await findRequest(db, docketOf(signature.number)))
    const comment = asked && (await readWhole(db, signature.number, asked.questions))
    if (!comment) return sendPage(reply, <SignGonePage />, 410)
    const spokenFor = await findSpokenFor(db, request.viewer, signature.name ?? '', clock.now())
    const props = { secret, signature, comment, title: asked.title, answered }
    return sendPage(reply, <SignPage {...props} speaks={spokenFor !== undefined} />)
  }

  app.get('/sign/:secret', { config, schema }, (request, reply) =>
    send(request, reply, request.params.secret),
  )

  app.post('/sign/:secret', { config, schema }, async (request, reply) => {
    const { secret } = request.params
    const [signature, act] = [await findByToken(db, hashOfCode(secret)), fieldOf(request, 'act')]
    const answered =
      signature !== undefined &&
      isAnswering(act) &&
      (await answerSignature(services, request.viewer, signature, act, clock.now()))
    return send(request, reply, secret, answered)
  })
}

/** Who speaks for the organisation that is named needs no letter. */
function representativeRoute(app: App, services: SignatoriesServices) {
  const { db, clock } = services
  const schema = {
    params: Type.Object({
      number: Type.String({ maxLength: 100 }),
      signatory: Type.String({ maxLength: 60 }),
    }),
  }
  const config = { action: 'signatory.speak-for' }
  app.post('/comments/:number/signatories/:signatory/answer', { config, schema }, async (request, reply) => {
    const { viewer, params } = request
    const { comment } = await findSeenComment(db, viewer, params.number)
    const id = parseId<'signatory'>(params.signatory)
    const signature = id && (await findSignature(db, comment.id, id))
    const at = clock.now()
    const organisation = signature && (await findSpokenFor(db, viewer, signature.name ?? '', at))
    if (!signature || !organisation)
      throw new Forbidden('Only who speaks for the organisation answers for it.')
    const act = fieldOf(request, 'act')
    if (isAnswering(act)) await answerSignature(services, viewer, signature, act, at)
    return reply.redirect(`/comments/${comment.number}`, 303)
  })
}
