import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listReasons } from '../../../moderation/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { circumstancesOf } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { DeliberationAddress } from '../../deliberations/schemas.ts'
import { seenDeliberation, seenProcess } from '../../deliberations/seen.ts'
import { VerdictForm } from '../../statements/schemas.ts'
import { ReasonsPage, type ReasonsPageProps } from '../pages/reasons-page.tsx'
import type { VotingServices } from '../services.ts'
import { decideReason } from './decide-reason.ts'
import { listReasonsGiven } from './store.ts'

type Addressed = { slug: string; deliberation: string }
const path = '/processes/:slug/deliberations/:deliberation/moderation/reasons'
const consumes = ['application/x-www-form-urlencoded']
const ReasonAddress = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  deliberation: Type.String({ maxLength: 40 }),
  statement: Type.String({ maxLength: 20 }),
})

export const reasonsRoutes: FastifyPluginAsyncTypebox<VotingServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (params as Addressed).slug), clock.now())
  const config = { action: 'statement.moderate', circumstances }
  app.get(path, { config, schema: { params: DeliberationAddress } }, (request, reply) =>
    sendReasons(services, request, reply),
  )

  const schema = { params: ReasonAddress, body: VerdictForm, consumes }
  app.post(`${path}/:statement`, { config, schema }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const all = await listReasonsGiven(db, seen.deliberation.id)
    const given = all.find(({ number }) => String(number) === request.params.statement)
    if (!given) throw new NotFound('No such reason.')
    const { act, reason: code = '', explanation: typed = '' } = request.body
    const reason = act === 'withhold' ? (await listReasons(db)).find((row) => row.code === code) : undefined
    const again = (key: 'reasonMissing' | 'notAsSeen') =>
      sendReasons(services, request, reply, { number: given.number, key })
    if (act === 'withhold' && !reason) return again('reasonMissing')
    const explanation = cleanText(typed).text.trim().slice(0, 2000)
    const verdict = { seen: request.body.seen, act, reason: reason?.code, explanation }
    const done = await decideReason(db, seen, given, verdict, { ...request.viewer, at: clock.now() })
    if (done !== 'decided') return again(done)
    const here = deliberationAddress(seen.process.slug, seen.deliberation.number)
    return reply.redirect(`${here}/moderation/reasons`, 303)
  })
}

async function sendReasons(
  { db, clock }: VotingServices,
  { viewer, params }: FastifyRequest,
  reply: FastifyReply,
  problem?: ReasonsPageProps['problem'],
) {
  const seen = await seenDeliberation(db, viewer, params as Addressed)
  const [given, reasons] = [await listReasonsGiven(db, seen.deliberation.id), await listReasons(db)]
  const props = { ...seen, given, reasons, problem, now: clock.now() }
  reply.header('cache-control', 'private, no-store')
  const status = problem ? (problem.key === 'reasonMissing' ? 422 : 409) : 200
  return sendPage(reply, <ReasonsPage {...props} />, status)
}
