import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decide } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { processAt } from '../../codebook/read-process.ts'
import { CodeAddress } from '../../codebook/schemas.ts'
import { listCodes } from '../../codebook/store.ts'
import { codingPolicy } from '../access.ts'
import { deskAddress } from '../pages/desk-props.ts'
import { LostPage } from '../pages/lost-page.tsx'
import { QueuePage } from '../pages/queue-page.tsx'
import { UnderCodePage } from '../pages/under-code-page.tsx'
import { countToRead, findCoder } from '../readings/store.ts'
import { takeNext } from '../readings/take-comment.ts'
import { DocketAddress, ShareForm } from '../schemas.ts'
import type { CodingServices } from '../services.ts'
import { percentOf, planSecondReadings } from './set-share.ts'
import { countProgress, findShare, listLost, listOwn, listUnderCode } from './store.ts'

const SHOWN = 200

/** What waits to be coded in a request, and how far it is. */
export const queueRoutes: FastifyPluginAsyncTypebox<CodingServices> = async (app, services) => {
  const { db, clock } = services
  const seen = (request: FastifyRequest) =>
    findSeenRequest(db, request.viewer, (request.params as { docket: string }).docket)
  const circumstances = async (request: FastifyRequest) => ({ process: (await seen(request)).process.id })
  const consumes = ['application/x-www-form-urlencoded']
  const schema = { params: DocketAddress }
  const reading = { config: { action: 'coding.read', circumstances }, schema }
  const path = '/requests/:docket/coding'

  app.get(path, reading, (request, reply) => sendQueue(services, request, reply))

  const coding = { action: 'excerpt.code', circumstances }
  app.post(path, { config: coding, schema: { ...schema, consumes } }, async (request, reply) => {
    const { request: asks } = await seen(request)
    const number = await takeNext(db, request.viewer, asks, clock.now())
    return reply.redirect(number ? deskAddress(number) : `/requests/${asks.docket}/coding`, 303)
  })

  const planning = { action: 'coding.plan', circumstances }
  const sharing = { ...schema, consumes, body: ShareForm }
  app.post(`${path}/share`, { config: planning, schema: sharing }, async (request, reply) => {
    const typed = request.body.percent ?? ''
    const percent = percentOf(typed)
    if (percent === undefined) return sendQueue(services, request, reply, typed)
    const { request: asks } = await seen(request)
    await planSecondReadings(db, request.viewer, asks, percent, clock.now())
    return reply.redirect(`/requests/${asks.docket}/coding`, 303)
  })

  app.get(`${path}/lost`, reading, async (request, reply) => {
    const about = await seen(request)
    const lost = await listLost(db, about.request.id, SHOWN)
    return sendPage(reply, <LostPage {...about} lost={lost} now={clock.now()} />)
  })
  app.register(underCodeRoute, services)
}

async function sendQueue(
  { db, clock }: CodingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  typed?: string,
) {
  const { docket } = request.params as { docket: string }
  const about = await findSeenRequest(db, request.viewer, docket)
  const { id, processId: process } = about.request
  const { person } = request.viewer
  const may = (action: string) => decide(codingPolicy, request.viewer, action, { process })
  const coder = await findCoder(db, process, person)
  const own = async (states: Parameters<typeof listOwn>[3]) => (coder ? listOwn(db, id, coder, states) : [])
  const props = {
    ...{ ...about, typed, now: clock.now() },
    waiting: (await countToRead(db, [id], person)).get(id) ?? 0,
    yours: await own(['taken']),
    lately: await own(['done', 'not-substantive']),
    progress: await countProgress(db, id),
    share: await findShare(db, id),
    ...{ mayCode: may('excerpt.code'), mayPlan: may('coding.plan') },
  }
  return sendPage(reply, <QueuePage {...props} />, typed === undefined ? 200 : 422)
}

/** The excerpts under one code of the codebook. */
const underCodeRoute: FastifyPluginAsyncTypebox<CodingServices> = async (app, { db, clock }) => {
  const circumstances = async ({ params }: FastifyRequest) => ({
    process: (await processAt(db, (params as { slug: string }).slug)).id,
  })
  const config = { action: 'coding.read', circumstances }
  const schema = { params: CodeAddress }
  app.get('/processes/:slug/codebook/:code/excerpts', { config, schema }, async (request, reply) => {
    const process = await processAt(db, request.params.slug)
    const named = parseId<'code'>(request.params.code)
    const code = (await listCodes(db, process.id)).find(({ id }) => id === named)
    if (!code) throw new NotFound('No such code.')
    const mayCode = decide(codingPolicy, request.viewer, 'excerpt.code', { process: process.id })
    const blindTo = mayCode ? request.viewer.person : undefined
    const excerpts = await listUnderCode(db, code.id, blindTo, SHOWN)
    return sendPage(reply, <UnderCodePage {...{ process, code, excerpts, most: SHOWN }} now={clock.now()} />)
  })
}
