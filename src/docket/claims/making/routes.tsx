import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendPage } from '../../../platform/http/index.ts'
import { isAddress } from '../../../platform/mail/index.ts'
import { hashOfCode } from '../../comments/secrets.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import { findSeenComment } from '../../reading/find-seen-comment.ts'
import type { ClaimsServices } from '../services.ts'
import { type ClaimForm, type ClaimProblems, checkClaim, unknownNumbers } from './check-claim.ts'
import { confirmClaim } from './confirm-claim.ts'
import { makeClaim } from './make-claim.ts'
import { ClaimMadePage, ClaimPage } from './pages/claim-page.tsx'
import { ConfirmGonePage, ConfirmPage } from './pages/confirm-page.tsx'
import { findByToken, listClaimed } from './store.ts'

const action = 'claim.make'
const tries = { max: 20, timeWindow: 10 * 60_000 }

type App = Parameters<FastifyPluginAsyncTypebox<ClaimsServices>>[0]

function formOf(body: unknown): ClaimForm {
  const fields = new Map(fieldsOfBody(body))
  const field = (name: string) => fields.get(name) ?? ''
  return {
    name: field('name'),
    email: field('email'),
    whose: field('whose'),
    words: field('words'),
    numbers: field('numbers'),
  }
}

export const makingClaimRoutes: FastifyPluginAsyncTypebox<ClaimsServices> = async (app, services) => {
  claimRoutes(app, services)
  confirmRoutes(app, services)
}

interface Returned {
  form?: ClaimForm
  problems?: ClaimProblems
  tooMany?: boolean
}

async function sendClaim(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, contact }: ClaimsServices,
  returned: Returned = {},
) {
  const { number } = request.params as { number: string }
  const { comment, request: asked } = await findSeenComment(db, request.viewer, number)
  const props = { number: comment.number, title: asked.title, contact, ...returned }
  const status = returned.tooMany ? 429 : returned.problems ? 422 : 200
  return sendPage(reply, <ClaimPage {...props} />, status)
}

function claimRoutes(app: App, services: ClaimsServices) {
  const schema = { params: Type.Object({ number: Type.String({ maxLength: 100 }) }) }
  const path = '/comments/:number/claim'

  app.get(path, { config: { action }, schema }, (request, reply) => sendClaim(request, reply, services))

  app.post(path, { config: { action, rateLimit: tries }, schema }, async (request, reply) => {
    const { comment } = await findSeenComment(services.db, request.viewer, request.params.number)
    const form = formOf(request.body)
    const said = checkClaim(form, comment.number, isAddress)
    if (!('email' in said)) return sendClaim(request, reply, services, { form, problems: said })
    const made = await makeClaim(services, said, { from: request.ip, locale: request.locale })
    if (made === 'too-many') return sendClaim(request, reply, services, { form, tooMany: true })
    if (made !== 'made') {
      return sendClaim(request, reply, services, { form, problems: unknownNumbers(made.unknown) })
    }
    const { mailbox } = services
    return sendPage(reply, <ClaimMadePage number={comment.number} email={said.email} mailbox={mailbox} />)
  })
}

function confirmRoutes(app: App, { db, clock }: ClaimsServices) {
  const schema = { params: Type.Object({ secret: Type.String({ maxLength: 100 }) }) }
  const config = { action, rateLimit: { max: 60, timeWindow: 10 * 60_000 } }

  const send = async (reply: FastifyReply, secret: string) => {
    reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
    const claim = await findByToken(db, hashOfCode(secret), clock.now())
    if (!claim) return sendPage(reply, <ConfirmGonePage />, 410)
    const numbers = (await listClaimed(db, claim.id)).map(({ number }) => number)
    const confirmed = claim.confirmedAt !== null
    return sendPage(reply, <ConfirmPage secret={secret} numbers={numbers} confirmed={confirmed} />)
  }

  app.get('/claims/:secret', { config, schema }, (request, reply) => send(reply, request.params.secret))

  app.post('/claims/:secret', { config, schema }, async (request, reply) => {
    const claim = await findByToken(db, hashOfCode(request.params.secret), clock.now())
    if (claim) await confirmClaim(db, claim.id, clock.now())
    return send(reply, request.params.secret)
  })
}
