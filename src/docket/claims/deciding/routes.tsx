import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import type { ClaimsServices } from '../services.ts'
import { type AnswerForm, type AnswerProblems, checkAnswer } from './check-answer.ts'
import { decideClaim } from './decide-claim.ts'
import { ClaimsPage } from './pages/claims-page.tsx'
import { DecidePage, type Undecided } from './pages/decide-page.tsx'
import { findClaim, listClaimedIn, listClaims } from './store.ts'

const LISTED = 200

interface Returned {
  form?: AnswerForm
  problems?: AnswerProblems
  undecided?: Undecided
}

function formOf(body: unknown): AnswerForm {
  const fields = fieldsOfBody(body)
  const field = (name: string) => fields.find(([one]) => one === name)?.[1] ?? ''
  const comments = fields.filter(([name]) => name === 'comments').map(([, value]) => value)
  return { comments, outcome: field('outcome'), answer: field('answer') }
}

/** Whoever may moderate the comments of a request decides the claims about them; nobody else reads one. */
export const decidingRoutes: FastifyPluginAsyncTypebox<ClaimsServices> = async (app, services) => {
  const { db } = services
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { request } = await findSeenRequest(db, viewer, (params as { docket: string }).docket)
    return { process: request.processId }
  }
  const config = { action: 'comment.moderate', circumstances }
  const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
  const params = Type.Object({ ...Docket.properties, claim: Type.String({ maxLength: 60 }) })
  const path = '/requests/:docket/claims'

  app.get(path, { config, schema: { params: Docket } }, async ({ viewer, params: { docket } }, reply) => {
    const { request } = await findSeenRequest(db, viewer, docket)
    const claims = await listClaims(db, request.id, LISTED)
    return sendPage(reply, <ClaimsPage request={request} claims={claims} />)
  })

  app.get(`${path}/:claim`, { config, schema: { params } }, async (request, reply) =>
    sendDecide(reply, await found(services, request)),
  )

  app.post(`${path}/:claim`, { config, schema: { params } }, async (request, reply) => {
    const about = await found(services, request)
    const form = formOf(request.body)
    const open = about.meant.filter(({ outcome }) => outcome === null).map(({ id }) => id)
    if (form.comments.some((id) => !open.some((one) => one === id)))
      return sendDecide(reply, about, { form, undecided: 'not-as-seen' })
    const answered = checkAnswer(form, open)
    if (!('comments' in answered)) return sendDecide(reply, about, { form, problems: answered })
    const decided = await decideClaim(services, request.viewer, { ...about, ...answered })
    if (decided === 'decided') return reply.redirect(`/requests/${about.request.docket}/claims`, 303)
    return sendDecide(reply, await found(services, request), { form, undecided: decided })
  })
}

async function found({ db }: ClaimsServices, { viewer, params }: FastifyRequest) {
  const { docket, claim: id } = params as { docket: string; claim: string }
  const { request } = await findSeenRequest(db, viewer, docket)
  const claimId = parseId<'claim'>(id)
  const claim = claimId && (await findClaim(db, claimId))
  const meant = claim ? await listClaimedIn(db, claim.id, request.id) : []
  if (!claim || meant.length === 0) throw new NotFound('No such claim.')
  return { request, claim, meant }
}

function sendDecide(reply: FastifyReply, about: Awaited<ReturnType<typeof found>>, returned: Returned = {}) {
  const status = returned.undecided ? 409 : returned.problems ? 422 : 200
  reply.header('cache-control', 'private, no-store')
  return sendPage(reply, <DecidePage {...about} {...returned} />, status)
}
