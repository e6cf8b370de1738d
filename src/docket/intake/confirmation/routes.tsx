import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { sendPage } from '../../../platform/http/index.ts'
import { hashOfCode } from '../../comments/secrets.ts'
import type { Intake } from '../services.ts'
import { confirmSender } from './confirm-sender.ts'
import { SentGonePage, SentPage } from './pages/sent-page.tsx'
import { findLinked } from './store.ts'

/** Where the link in a receipt letter leads: “Yes, I sent this”. */
export const confirmationRoutes: FastifyPluginAsyncTypebox<{ intake: Intake }> = async (app, { intake }) => {
  const { db, clock } = intake
  const schema = { params: Type.Object({ secret: Type.String({ maxLength: 100 }) }) }
  const config = { action: 'comment.confirm-sent', rateLimit: { max: 60, timeWindow: 10 * 60_000 } }

  const send = async (reply: FastifyReply, secret: string) => {
    reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
    const linked = await findLinked(db, hashOfCode(secret))
    if (!linked) return sendPage(reply, <SentGonePage />, 410)
    const { number, verification } = linked
    return sendPage(reply, <SentPage secret={secret} number={number} confirmed={verification !== 'none'} />)
  }

  app.get('/sent/:secret', { config, schema }, (request, reply) => send(reply, request.params.secret))

  app.post('/sent/:secret', { config, schema }, async (request, reply) => {
    await confirmSender(db, request.params.secret, clock.now())
    return send(reply, request.params.secret)
  })
}
