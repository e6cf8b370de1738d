import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemsByField, sendPage } from '../../platform/http/index.ts'
import { wallClockIn } from '../../platform/i18n/index.ts'
import type { Services } from '../../platform/services.ts'
import { after } from '../../platform/time.ts'
import type { RecordTables } from '../../record/index.ts'
import { sentencesFor } from '../form-problems.ts'
import type { RequestForComment } from '../model.ts'
import type { RequestProblems } from '../plan-request.ts'
import { inRequest } from '../routes.tsx'
import { RoundForm } from '../schemas.ts'
import { findSeen, type Tables } from '../seen.ts'
import { announceRound } from './announce-round.ts'
import { RoundPage } from './pages/round-page.tsx'
import { planRound } from './plan-round.ts'

const Docket = Type.Object({ docket: Type.String({ maxLength: 60 }) })
const TWO_WEEKS = 14 * 86_400_000
const refusals = {
  'before-deadline': 'roundBeforeDeadline',
  begun: 'roundBegun',
  'not-there': 'roundBegun',
} as const

/** As it was announced, or two weeks from the deadline. */
function formOf({ replyRound, deadline }: RequestForComment): RoundForm {
  const zone = replyRound?.zone ?? deadline.zone
  const opensAt = replyRound?.opensAt ?? deadline.at
  const closesAt = replyRound?.closesAt ?? after(opensAt, TWO_WEEKS)
  return { zone, opens: wallClockIn(zone, opensAt), closes: wallClockIn(zone, closesAt) }
}

function keptForm(sent: unknown): RoundForm {
  const body = (sent ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return { zone: text('zone'), opens: text('opens'), closes: text('closes') }
}

export const repliesRoutes: FastifyPluginAsyncTypebox<Services<Tables & RecordTables>> = async (
  app,
  services,
) => {
  const { db, clock } = services
  const config = { action: 'request.announce-replies', circumstances: inRequest(services) }
  const path = '/requests/:docket/reply-round'

  app.get(path, { config, schema: { params: Docket } }, async ({ viewer, params }, reply) => {
    const found = await findSeen(db, viewer, params.docket)
    return sendPage(reply, <RoundPage {...found} now={clock.now()} form={formOf(found.request)} />)
  })

  const schema = { params: Docket, body: RoundForm, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config, schema, attachValidation: true }, async (request, reply) => {
    const found = await findSeen(db, request.viewer, (request.params as { docket: string }).docket)
    const now = clock.now()
    const form = keptForm(request.body)
    const again = (problems: RequestProblems) =>
      sendPage(reply, <RoundPage {...found} {...{ now, form, problems }} />, 422)
    const broken = sentencesFor(problemsByField(request.validationError?.validation ?? []))
    if (broken.size > 0) return again(broken)
    const planned = planRound(form, found.request.deadline, now)
    if ('problems' in planned) return again(planned.problems)
    const done = await announceRound(db, request.viewer, found.request.id, planned.round)
    if ('refused' in done) return again(new Map([['opens', refusals[done.refused]]]))
    return reply.redirect(`/requests/${found.request.docket}`, 303)
  })
}
