import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { cleanText } from '../../platform/text/index.ts'
import { circumstancesOf } from '../../processes/index.ts'
import { deliberationAddress } from '../deliberations/model.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { may, type Seen, seenDeliberation, seenProcess } from '../deliberations/seen.ts'
import { publicTexts } from '../statements/read-statements.ts'
import { defenceCsv } from './defence-csv.ts'
import { findJudged } from './find-judged.ts'
import { judgeFinding } from './judge-finding.ts'
import { DefencePage } from './pages/defence-page.tsx'
import { type DefencePageProps, LONGEST_REASON } from './pages/props.ts'
import type { DefenceDatabase } from './store.ts'

type DefenceServices = Services<DefenceDatabase>
type Addressed = { slug: string; deliberation: string }

const path = '/processes/:slug/deliberations/:deliberation/defence'
const consumes = ['application/x-www-form-urlencoded']
const params = DeliberationAddress
const JudgeForm = Type.Object(
  {
    finding: Type.String({ maxLength: 200 }),
    flagged: Type.Enum(['yes', 'no']),
    reason: Type.Optional(Type.String({ maxLength: 20_000 })),
  },
  { additionalProperties: false },
)

/** What looks coordinated in the votes, for those who convene, and their decisions about it. */
export const defenceRoutes: FastifyPluginAsyncTypebox<DefenceServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params: address }: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (address as Addressed).slug), clock.now())
  const reading = { config: { action: 'defence.read', circumstances }, schema: { params } }

  app.get(path, reading, async (request, reply) =>
    send(services, request, reply, await seenDeliberation(db, request.viewer, request.params)),
  )

  app.get(`${path}.csv`, reading, async ({ viewer, params: address }, reply) => {
    const { process, deliberation } = await seenDeliberation(db, viewer, address)
    const { findings } = await findJudged(db, deliberation.id)
    const name = `${process.slug}-deliberation-${deliberation.number}-findings.csv`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    reply.header('cache-control', 'private, no-store')
    return reply.type('text/csv; charset=utf-8').send(defenceCsv(findings))
  })

  const config = { action: 'defence.judge', circumstances }
  const schema = { params, body: JudgeForm, consumes }
  app.post(path, { config, schema }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const { finding, flagged, reason: typed = '' } = request.body
    const reason = cleanText(typed).text.trim()
    const again = (key: 'reasonMissing' | 'reasonLong' | 'gone') =>
      send(services, request, reply, seen, { finding, key, reason: typed })
    if (reason === '') return again('reasonMissing')
    if ([...reason].length > LONGEST_REASON) return again('reasonLong')
    const verdict = { finding, flagged: flagged === 'yes', reason }
    const done = await judgeFinding(db, seen, request.viewer, verdict, clock.now())
    if (done === 'gone') return again('gone')
    return reply.redirect(`${deliberationAddress(seen.process.slug, seen.deliberation.number)}/defence`, 303)
  })
}

async function send(
  { db, clock }: DefenceServices,
  { viewer }: FastifyRequest,
  reply: FastifyReply,
  seen: Seen,
  problem?: DefencePageProps['problem'],
) {
  const { id } = seen.deliberation
  const judged = await findJudged(db, id)
  const texts = await publicTexts(db, id)
  const mayJudge = may(viewer, 'defence.judge', seen.process)
  reply.header('cache-control', 'private, no-store')
  const status = problem ? (problem.key === 'gone' ? 409 : 422) : 200
  const page = <DefencePage {...seen} {...judged} {...{ texts, mayJudge, problem }} now={clock.now()} />
  return sendPage(reply, page, status)
}
