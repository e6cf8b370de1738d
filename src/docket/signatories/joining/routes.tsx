import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { stateOf } from '../../../requests/index.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import { findSeenComment } from '../../reading/find-seen-comment.ts'
import {
  emptyNamed,
  type NamedForm,
  type NamedProblems,
  namedFormOf,
  problemsOfNamed,
} from '../own/check-named.ts'
import { nameSignatory } from '../own/name-signatory.ts'
import type { SignatoriesServices } from '../services.ts'
import { JoinedPage, JoinPage } from './pages/join-page.tsx'

interface Returned {
  form?: NamedForm
  problems?: NamedProblems
  refused?: 'too-many' | 'closed'
}

/** Where another organisation asks to sign a joint comment that is posted, while its request is open. */
export const joiningRoutes: FastifyPluginAsyncTypebox<SignatoriesServices> = async (app, services) => {
  const { clock } = services
  const schema = { params: Type.Object({ number: Type.String({ maxLength: 100 }) }) }
  const config = { action: 'signatory.join' }
  const tries = { max: 10, timeWindow: 10 * 60_000 }
  const path = '/comments/:number/sign'

  app.get(path, { config, schema }, (request, reply) => send(services, request, reply))

  app.post(path, { config: { ...config, rateLimit: tries }, schema }, async (request, reply) => {
    const { comment, process } = await joinable(services, request)
    const form = namedFormOf(fieldsOfBody(request.body))
    const problems = problemsOfNamed(form, true)
    if (Object.keys(problems).length > 0) return send(services, request, reply, { form, problems })
    const about = { id: comment.id, process: process.id }
    const added = await nameSignatory(services, about, form, 'joining', clock.now())
    // Who is there already is not told apart: anybody could ask here which addresses and hidden names there are.
    if (added === 'too-many' || added === 'closed')
      return send(services, request, reply, { form, refused: added })
    return sendPage(reply, <JoinedPage number={comment.number} email={form.email} />)
  })
}

/** A joint comment that the public sees with its name, and whose request is open. */
async function joinable({ db, clock }: SignatoriesServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const seen = await findSeenComment(db, request.viewer, number)
  const open = stateOf(seen.request, clock.now()) === 'open'
  if (!open || !seen.comment.shown?.joint) throw new NotFound('No comment that others can sign now.')
  return seen
}

async function send(
  services: SignatoriesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { form = emptyNamed, problems = {}, refused }: Returned = {},
) {
  const { comment, request: asked } = await joinable(services, request)
  const props = { number: comment.number, title: asked.title, form, problems, refused }
  const status = Object.keys(problems).length > 0 ? 422 : refused ? 409 : 200
  return sendPage(reply, <JoinPage {...props} />, status)
}
