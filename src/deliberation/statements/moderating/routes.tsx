import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { listReasons } from '../../../moderation/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { circumstancesOf } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { DeliberationAddress } from '../../deliberations/schemas.ts'
import { seenDeliberation, seenProcess } from '../../deliberations/seen.ts'
import { decideStatement } from '../decide-statement.ts'
import { ModerationPage, type ModerationPageProps } from '../pages/moderation-page.tsx'
import { withSentWords } from '../read-statements.ts'
import { StatementAddress, VerdictForm } from '../schemas.ts'
import type { StatementsServices } from '../services.ts'
import { findStatement, listStatements } from '../store.ts'

type Addressed = { slug: string; deliberation: string }
const one = '/processes/:slug/deliberations/:deliberation'
const consumes = ['application/x-www-form-urlencoded']

export const moderationRoutes: FastifyPluginAsyncTypebox<StatementsServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (params as Addressed).slug), clock.now())
  const config = { action: 'statement.moderate', circumstances }

  app.get(`${one}/moderation`, { config, schema: { params: DeliberationAddress } }, (request, reply) =>
    sendQueue(services, request, reply),
  )

  const schema = { params: StatementAddress, body: VerdictForm, consumes }
  app.post(`${one}/statements/:statement/decision`, { config, schema }, async (request, reply) => {
    const { process, deliberation } = await seenDeliberation(db, request.viewer, request.params)
    const statement = await findStatement(db, deliberation.id, Number(request.params.statement))
    if (!statement) throw new NotFound('No such statement.')
    const { seen, act, reason: code = '', explanation: typed = '' } = request.body
    const reason = act === 'withhold' ? (await listReasons(db)).find((row) => row.code === code) : undefined
    const again = (key: 'reasonMissing' | 'notAsSeen') =>
      sendQueue(services, request, reply, { number: statement.number, key })
    if (act === 'withhold' && !reason) return again('reasonMissing')
    const adding = { process, deliberation, actor: request.viewer, at: clock.now() }
    const explanation = cleanText(typed).text.trim().slice(0, 2000)
    const done = await decideStatement(db, adding, statement, {
      seen,
      act,
      reason: reason?.code,
      explanation,
    })
    if (done !== 'decided') return again(done)
    return reply.redirect(`${deliberationAddress(process.slug, deliberation.number)}/moderation`, 303)
  })
}

async function sendQueue(
  { db, clock }: StatementsServices,
  { viewer, params }: FastifyRequest,
  reply: FastifyReply,
  problem?: ModerationPageProps['problem'],
) {
  const seen = await seenDeliberation(db, viewer, params as Addressed)
  const listed = await listStatements(db, { deliberation: seen.deliberation.id })
  const [statements, reasons] = [await withSentWords(db, listed), await listReasons(db)]
  const props = { ...seen, statements, reasons, problem, now: clock.now() }
  reply.header('cache-control', 'private, no-store')
  const status = problem ? (problem.key === 'reasonMissing' ? 422 : 409) : 200
  return sendPage(reply, <ModerationPage {...props} />, status)
}
