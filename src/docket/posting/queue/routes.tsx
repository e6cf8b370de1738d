import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  assignAll,
  findAssignment,
  findProposal,
  moderationPolicy,
  standingDecisions,
} from '../../../moderation/index.ts'
import { decide, listStakeholderGroups, type PersonId } from '../../../participants/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findSeenRequest, type RequestId } from '../../../requests/index.ts'
import { mayReadConfidential, readersOf } from '../deciding/routes.tsx'
import { MOST_AT_ONCE, type QueueView, queueAddress, queueView, whoses } from '../model.ts'
import type { Assigning } from '../pages/assign-next.tsx'
import { QueuePage, type QueuePageProps } from '../pages/queue-page.tsx'
import { readWaiting } from '../read-waiting.ts'
import { AssignNextForm, QueueQuery } from '../schemas.ts'
import type { PostingServices } from '../services.ts'
import { countWaiting, findNextWaiting, findToModerate, listNextUnassigned } from '../store.ts'

type Returned = Pick<QueuePageProps, 'assigning'>

export const queueRoutes: FastifyPluginAsyncTypebox<PostingServices> = async (app, services) => {
  const { db, clock } = services
  const params = Type.Object({ docket: Type.String({ maxLength: 80 }) })
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { request } = await findSeenRequest(db, viewer, (params as { docket: string }).docket)
    return { process: request.processId }
  }
  const config = { action: 'comment.moderate', circumstances }
  const path = '/requests/:docket/queue'

  app.get(path, { config, schema: { params, querystring: QueueQuery } }, (request, reply) =>
    sendQueue(request, reply, services, request.params.docket, request.query),
  )

  const schema = { params, body: AssignNextForm, consumes: ['application/x-www-form-urlencoded'] }
  app.post(`${path}/assignments`, { config, schema }, async (request, reply) => {
    const { docket } = request.params
    const { person: by } = request.viewer
    if (by === undefined) throw new Forbidden('Nobody is signed in.')
    const again = (problem: Assigning['problem']) =>
      sendQueue(request, reply, services, docket, {}, { assigning: { ...request.body, problem } })
    const order = orderOf(request.body)
    if (typeof order === 'string') return again(order)
    const { count, to } = order
    const { request: asks } = await findSeenRequest(db, request.viewer, docket)
    const next = await listNextUnassigned(db, asks.id, count)
    const abouts = next.map(({ id }) => ({ kind: 'comment', id }))
    const given = await assignAll(db, { abouts, process: asks.processId, to, by, at: clock.now() })
    if (given === 'not-entitled') return again('toUnknown')
    const whose = to === by ? 'mine' : 'nobody'
    return reply.redirect(queueAddress(docket, { part: 'first-look', whose }), 303)
  })
}

function orderOf(form: AssignNextForm): { count: number; to: PersonId } | 'countWrong' | 'toMissing' {
  const [count, to] = [Number(form.count), parseId<'person'>(form.to)]
  const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_AT_ONCE
  if (!isCount) return 'countWrong'
  return to === undefined ? 'toMissing' : { count, to }
}

async function sendQueue(
  request: FastifyRequest,
  reply: FastifyReply,
  services: PostingServices,
  docket: string,
  asked: { part?: string; whose?: string; behind?: string; done?: string },
  returned: Returned = {},
) {
  const { db, clock } = services
  const view = queueView(asked, request.viewer.person)
  const seen = await findSeenRequest(db, request.viewer, docket)
  const { id, questions } = seen.request
  const { next, skipped } = await nextOf(services, id, asked.behind, view)
  const whole = next && (await readWaiting(db, next, questions, mayReadConfidential(request, next)))
  const process = seen.process.id
  const props = {
    whole,
    assigned: next && (await findAssignment(db, { kind: 'comment', id: next.id })),
    ...(await countsOf(services, id, view)),
    view,
    maySet: decide(moderationPolicy, request.viewer, 'moderation.set-second-look', { process }),
    ...(await readersOf(services, request, process)),
    done: asked.done === undefined ? undefined : await decidedLast(services, asked.done),
    skipped,
    groups: await listStakeholderGroups(db),
    now: clock.now(),
    ...returned,
  }
  return sendPage(reply, <QueuePage {...seen} {...props} />, returned.assigning ? 422 : 200)
}

/** How many wait in each part, and in this one for whom. */
async function countsOf({ db }: PostingServices, id: RequestId, view: QueueView) {
  const count = async (one: QueueView) => (await countWaiting(db, [id], one)).get(id) ?? 0
  const [all, mine, nobody] = await Promise.all(whoses.map((whose) => count({ ...view, whose })))
  const other = view.part === 'first-look' ? 'second-look' : 'first-look'
  const inOther = await count({ ...view, part: other, whose: 'all' })
  return { waiting: { all: all ?? 0, mine: mine ?? 0, nobody: nobody ?? 0 }, inOther }
}

/** The comment to show: the oldest, or the one behind another; after the last the oldest comes again. */
async function nextOf({ db }: PostingServices, id: RequestId, behind: string | undefined, view: QueueView) {
  const skipped = behind === undefined ? undefined : await findToModerate(db, behind)
  const next = skipped && (await findNextWaiting(db, id, skipped, view))
  return { next: next ?? (await findNextWaiting(db, id, undefined, view)), skipped: skipped !== undefined }
}

/** What stands about a comment, told by the record and not by the address. */
async function decidedLast({ db }: PostingServices, number: string) {
  const comment = await findToModerate(db, number)
  const decision = comment && (await standingDecisions(db, 'comment', [comment.id])).get(comment.id)
  if (!comment) return undefined
  if (await findProposal(db, { kind: 'comment', id: comment.id })) return { number, act: 'propose' } as const
  return decision && { number, act: decision.act }
}
