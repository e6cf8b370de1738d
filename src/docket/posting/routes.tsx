import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  decisionsAbout,
  findProposal,
  moderationPolicy,
  secondLookOf,
  standingDecisions,
} from '../../moderation/index.ts'
import { decide, listStakeholderGroups, type ParticipantsTables } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { problemsByField, sendDownload, sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { cleanText } from '../../platform/text/index.ts'
import type { ProcessesTables, ProcessId } from '../../processes/index.ts'
import { findSeenRequest, type RequestId, type RequestsTables } from '../../requests/index.ts'
import { docketOf } from '../comments/model.ts'
import { postingPolicy } from './access.ts'
import { answerProposal } from './answer-proposal.ts'
import { checkVerdict, problemsOfForm, problemsOfProposal, type VerdictProblems } from './check-verdict.ts'
import { decideComment, type PostingTables } from './decide-comment.ts'
import type { QueuePart } from './model.ts'
import { openOriginal } from './open-original.ts'
import { ModerationPage, moderationAddress } from './pages/moderation-page.tsx'
import type { VerdictDraft } from './pages/moderation-page-props.ts'
import { QueuePage, queueAddress } from './pages/queue-page.tsx'
import { readWaiting } from './read-waiting.ts'
import { ProposalForm, VerdictForm } from './schemas.ts'
import { countWaiting, findNextWaiting, findToModerate, listSentAttachments, type Waiting } from './store.ts'

export interface PostingServices
  extends Services<PostingTables & RequestsTables & ProcessesTables & ParticipantsTables> {
  files: FileStore
}

type App = Parameters<FastifyPluginAsyncTypebox<PostingServices>>[0]

const action = 'comment.moderate'

export const postingRoutes: FastifyPluginAsyncTypebox<PostingServices> = async (app, services) => {
  queueRoutes(app, services)
  verdictRoutes(app, services)
  proposalRoutes(app, services)
  fileRoutes(app, services)
}

/** The comment, its request and its process; whoever may not moderate there was turned away before. */
async function found({ db }: PostingServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const comment = await findToModerate(db, number)
  if (!comment) throw new NotFound('No such comment.')
  return { comment, ...(await findSeenRequest(db, request.viewer, docketOf(number))) }
}

const mayReadConfidential = ({ viewer }: FastifyRequest, { processId }: Pick<Waiting, 'processId'>) =>
  decide(postingPolicy, viewer, 'comment.read-confidential', { process: processId })

function queueRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const schema = {
    params: Type.Object({ docket: Type.String({ maxLength: 80 }) }),
    querystring: Type.Object({
      part: Type.Optional(Type.String({ maxLength: 20 })),
      behind: Type.Optional(Type.String({ maxLength: 100 })),
      done: Type.Optional(Type.String({ maxLength: 100 })),
    }),
  }
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { request } = await findSeenRequest(db, viewer, (params as { docket: string }).docket)
    return { process: request.processId }
  }
  app.get(
    '/requests/:docket/queue',
    { config: { action, circumstances }, schema },
    async (request, reply) => {
      const { behind, done } = request.query
      const part: QueuePart = request.query.part === 'second-look' ? 'second-look' : 'first-look'
      const seen = await findSeenRequest(db, request.viewer, request.params.docket)
      const { id, questions } = seen.request
      const { next, skipped } = await nextOf(services, id, behind, part)
      const whole = next && (await readWaiting(db, next, questions, mayReadConfidential(request, next)))
      const props = {
        whole,
        waiting: (await countWaiting(db, [id])).get(id) ?? 0,
        toConfirm: (await countWaiting(db, [id], 'second-look')).get(id) ?? 0,
        part,
        maySet: decide(moderationPolicy, request.viewer, 'moderation.set-second-look', {
          process: seen.process.id,
        }),
        ...(await lookOf(services, request, seen.process.id)),
        done: done === undefined ? undefined : await decidedLast(services, done),
        skipped,
        groups: await listStakeholderGroups(db),
        now: clock.now(),
      }
      return sendPage(reply, <QueuePage {...seen} {...props} />)
    },
  )
}

/** The comment to show: the oldest, or the one behind another; after the last the oldest comes again. */
async function nextOf({ db }: PostingServices, id: RequestId, behind: string | undefined, part: QueuePart) {
  const skipped = behind === undefined ? undefined : await findToModerate(db, behind)
  const next = skipped && (await findNextWaiting(db, id, skipped, part))
  return { next: next ?? (await findNextWaiting(db, id, undefined, part)), skipped: skipped !== undefined }
}

/** What stands about a comment, told by the record and not by the address. */
async function decidedLast({ db }: PostingServices, number: string) {
  const comment = await findToModerate(db, number)
  const decision = comment && (await standingDecisions(db, 'comment', [comment.id])).get(comment.id)
  if (!comment) return undefined
  if (await findProposal(db, { kind: 'comment', id: comment.id })) return { number, act: 'propose' } as const
  return decision && { number, act: decision.act }
}

/** Who reads, and whether what they would withhold waits for somebody else. */
const lookOf = async ({ db }: PostingServices, { viewer }: FastifyRequest, process: ProcessId) => ({
  viewer: viewer.person,
  secondLook: await secondLookOf(db, process, viewer.person),
})

interface Returned {
  draft?: VerdictDraft
  problems?: VerdictProblems
  notAsSeen?: boolean
}

async function sendModeration(
  request: FastifyRequest,
  reply: FastifyReply,
  services: PostingServices,
  returned: Returned = {},
) {
  const { comment, ...seen } = await found(services, request)
  const { db, clock } = services
  const whole = await readWaiting(db, comment, seen.request.questions, mayReadConfidential(request, comment))
  await openOriginal(db, request.viewer, whole, clock.now())
  const look = await lookOf(services, request, comment.processId)
  const props = { whole, ...look, groups: await listStakeholderGroups(db), now: clock.now(), ...returned }
  const status = returned.notAsSeen ? 409 : returned.problems ? 422 : 200
  return sendPage(reply, <ModerationPage {...seen} {...props} />, status)
}

function verdictRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const params = Type.Object({ number: Type.String({ maxLength: 100 }) })
  const circumstances = async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  })
  const config = { action, circumstances }
  const path = '/comments/:number/moderation'

  app.get(path, { config, schema: { params } }, (request, reply) => sendModeration(request, reply, services))

  const form = { params, body: VerdictForm, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config, schema: form, attachValidation: true }, async (request, reply) => {
    const draft = request.body
    const wrong = problemsOfForm(problemsByField(request.validationError?.validation ?? []))
    if (wrong.size > 0) return sendModeration(request, reply, services, { draft, problems: wrong })
    const { comment, request: asks } = await found(services, request)
    const { reasons } = await readWaiting(db, comment, [], false)
    const verdict = checkVerdict(draft, reasons)
    if (!('act' in verdict)) return sendModeration(request, reply, services, { draft, problems: verdict })
    const questions = new Map(asks.questions.map(({ id, number }) => [id, number]))
    const given = { comment, questions, verdict, at: clock.now() }
    const outcome = await decideComment(db, request.viewer, given)
    if (outcome === 'not-as-seen') return sendModeration(request, reply, services, { draft, notAsSeen: true })
    return reply.redirect(`/requests/${asks.docket}/queue?done=${comment.number}`, 303)
  })
}

function proposalRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const params = Type.Object({ number: Type.String({ maxLength: 100 }) })
  const circumstances = async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  })
  const schema = { params, body: ProposalForm, consumes: ['application/x-www-form-urlencoded'] }
  const route = { config: { action, circumstances }, schema, attachValidation: true }
  app.post('/comments/:number/proposal', route, async (request, reply) => {
    const draft = request.body
    const why = cleanText(draft.why ?? '').text.trim()
    const wrong = problemsByField(request.validationError?.validation ?? [])
    const problems = problemsOfProposal(wrong, draft.act, why)
    if (problems.size > 0) return sendModeration(request, reply, services, { draft, problems })
    const { comment, request: asks } = await found(services, request)
    const questions = new Map(asks.questions.map(({ id, number }) => [id, number]))
    const answer = { ...draft, why }
    const answering = { comment, questions, answer, at: clock.now() }
    const outcome = await answerProposal(db, request.viewer, answering)
    if (outcome !== 'answered') return sendModeration(request, reply, services, { draft, notAsSeen: true })
    const next = `${queueAddress(asks.docket, 'second-look')}&done=${comment.number}`
    return reply.redirect(draft.act === 'confirm' ? next : moderationAddress(comment.number), 303)
  })
}

function fileRoutes(app: App, services: PostingServices) {
  const params = Type.Object({
    number: Type.String({ maxLength: 100 }),
    attachment: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }),
  })
  const circumstances = async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  })
  app.get(
    '/comments/:number/moderation/attachments/:attachment',
    { config: { action, circumstances }, schema: { params } },
    async (request, reply) => {
      const { comment } = await found(services, request)
      const sent = await listSentAttachments(services.db, [comment.id])
      const file = sent.find(({ position }) => position + 1 === Number(request.params.attachment))
      const hidden = file?.publication === 'confidential' && !mayReadConfidential(request, comment)
      if (!file || hidden) throw new NotFound('No such attachment.')
      const decisions = await decisionsAbout(services.db, 'comment', comment.id)
      await openOriginal(services.db, request.viewer, { comment, decisions }, services.clock.now())
      return sendDownload(reply, file, await services.files.read(file.sha256))
    },
  )
}
