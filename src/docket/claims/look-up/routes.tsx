import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendPage } from '../../../platform/http/index.ts'
import { isAddress } from '../../../platform/mail/index.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import type { ClaimsServices } from '../services.ts'
import { lookUp } from './look-up.ts'
import { LookedUpPage, LookUpPage } from './pages/look-up-page.tsx'

const action = 'claim.look-up'
const path = '/was-my-name-used'

export const lookUpRoutes: FastifyPluginAsyncTypebox<ClaimsServices> = async (app, services) => {
  app.get(path, { config: { action } }, (_request, reply) => sendPage(reply, <LookUpPage />))

  const rateLimit = { max: 20, timeWindow: 10 * 60_000 }
  app.post(path, { config: { action, rateLimit } }, async (request, reply) => {
    const email = (new Map(fieldsOfBody(request.body)).get('email') ?? '').trim()
    if (!isAddress(email)) return sendPage(reply, <LookUpPage email={email} problem />, 422)
    await lookUp(services, { email, from: request.ip, locale: request.locale })
    return sendPage(reply, <LookedUpPage email={email} mailbox={services.mailbox} />)
  })
}
