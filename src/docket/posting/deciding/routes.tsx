import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  assign,
  decisionsAbout,
  findAssignment,
  moderatorRoles,
  secondLookOf,
} from '../../../moderation/index.ts'
import { decide, listHolders, listStakeholderGroups, type PersonId } from '../../../participants/index.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { problemsByField, sendDownload, sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { cleanText } from '../../../platform/text/index.ts'
import type { ProcessId } from '../../../processes/index.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { postingPolicy } from '../access.ts'
import { answerProposal } from '../answer-proposal.ts'
import { checkVerdict, problemsOfForm, problemsOfProposal, type VerdictProblems } from '../check-verdict.ts'
import { decideComment } from '../decide-comment.ts'
import { queueAddress, queueView } from '../model.ts'
import { openOriginal } from '../open-original.ts'
import { ModerationPage, moderationAddress } from '../pages/moderation-page.tsx'
import type { VerdictDraft } from '../pages/moderation-page-props.ts'
import { readWaiting } from '../read-waiting.ts'
import { AssignmentForm, ProposalForm, VerdictForm } from '../schemas.ts'
import type { PostingServices } from '../services.ts'
import { findToModerate, listSentAttachments, type Waiting } from '../store.ts'

type App = Parameters<FastifyPluginAsyncTypebox<PostingServices>>[0]

const action = 'comment.moderate'
const params = Type.Object({ number: Type.String({ maxLength: 100 }) })
const consumes = ['application/x-www-form-urlencoded']
const Whose = Type.Object({ whose: Type.Optional(Type.String({ maxLength: 20 })) })

export const decidingRoutes: FastifyPluginAsyncTypebox<PostingServices> = async (app, services) => {
  verdictRoutes(app, services)
  proposalRoutes(app, services)
  assignmentRoutes(app, services)
  fileRoutes(app, services)
}

/** The comment, its request and its process; whoever may not moderate there was turned away before. */
async function found({ db }: PostingServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const comment = await findToModerate(db, number)
  if (!comment) throw new NotFound('No such comment.')
  return { comment, ...(await findSeenRequest(db, request.viewer, docketOf(number))) }
}

export const mayReadConfidential = ({ viewer }: FastifyRequest, { processId }: Pick<Waiting, 'processId'>) =>
  decide(postingPolicy, viewer, 'comment.read-confidential', { process: processId })

/** Who reads, who else moderates there, and whether what they would withhold waits for one of those. */
export async function readersOf({ db }: PostingServices, { viewer }: FastifyRequest, process: ProcessId) {
  return {
    viewer: viewer.person,
    moderators: await listHolders(db, moderatorRoles, process),
    secondLook: await secondLookOf(db, process, viewer.person),
  }
}

interface Returned {
  draft?: VerdictDraft
  problems?: VerdictProblems
  notAsSeen?: boolean
  /** Somebody else took it, or gave it away. */
  notYours?: boolean
  whose?: string | undefined
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
  const props = {
    whole,
    ...(await readersOf(services, request, comment.processId)),
    assigned: await findAssignment(db, { kind: 'comment', id: comment.id }),
    groups: await listStakeholderGroups(db),
    now: clock.now(),
    ...returned,
    view: queueView({ whose: returned.whose }, request.viewer.person),
  }
  const status = returned.notAsSeen || returned.notYours ? 409 : returned.problems ? 422 : 200
  return sendPage(reply, <ModerationPage {...seen} {...props} />, status)
}

const guarded = (services: PostingServices) => ({
  action,
  circumstances: async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  }),
})

function verdictRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const config = guarded(services)
  const path = '/comments/:number/moderation'

  app.get(path, { config, schema: { params, querystring: Whose } }, (request, reply) =>
    sendModeration(request, reply, services, { whose: request.query.whose }),
  )

  const form = { params, body: VerdictForm, consumes }
  app.post(path, { config, schema: form, attachValidation: true }, async (request, reply) => {
    const draft = request.body
    const wrong = problemsOfForm(problemsByField(request.validationError?.validation ?? []))
    const { whose } = draft
    if (wrong.size > 0) return sendModeration(request, reply, services, { whose, draft, problems: wrong })
    const { comment, request: asks } = await found(services, request)
    const { reasons } = await readWaiting(db, comment, [], false)
    const verdict = checkVerdict(draft, reasons)
    if (!('act' in verdict))
      return sendModeration(request, reply, services, { whose, draft, problems: verdict })
    const questions = new Map(asks.questions.map(({ id, number }) => [id, number]))
    const given = { comment, questions, verdict, at: clock.now() }
    const outcome = await decideComment(db, request.viewer, given)
    if (outcome === 'not-as-seen')
      return sendModeration(request, reply, services, { whose, draft, notAsSeen: true })
    const view = queueView({ whose }, request.viewer.person)
    return reply.redirect(queueAddress(asks.docket, view, { done: comment.number }), 303)
  })
}

function proposalRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const schema = { params, body: ProposalForm, consumes }
  const route = { config: guarded(services), schema, attachValidation: true }
  app.post('/comments/:number/proposal', route, async (request, reply) => {
    const draft = request.body
    const { whose } = draft
    const why = cleanText(draft.why ?? '').text.trim()
    const wrong = problemsByField(request.validationError?.validation ?? [])
    const problems = problemsOfProposal(wrong, draft.act, why)
    if (problems.size > 0) return sendModeration(request, reply, services, { whose, draft, problems })
    const { comment, request: asks } = await found(services, request)
    const questions = new Map(asks.questions.map(({ id, number }) => [id, number]))
    const answer = { ...draft, why }
    const answering = { comment, questions, answer, at: clock.now() }
    const outcome = await answerProposal(db, request.viewer, answering)
    if (outcome !== 'answered')
      return sendModeration(request, reply, services, { whose, draft, notAsSeen: true })
    const view = queueView({ part: 'second-look', whose }, request.viewer.person)
    const next = queueAddress(asks.docket, view, { done: comment.number })
    return reply.redirect(draft.act === 'confirm' ? next : moderationAddress(comment.number), 303)
  })
}

/** Who shall have it: whoever takes it, the one chosen, or nobody. */
function heir({ act, to }: AssignmentForm, viewer: PersonId): PersonId | undefined {
  if (act === 'give-back') return undefined
  return act === 'take' ? viewer : parseId<'person'>(to)
}

function assignmentRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const schema = { params, body: AssignmentForm, consumes }
  app.post('/comments/:number/assignment', { config: guarded(services), schema }, async (request, reply) => {
    const { comment } = await found(services, request)
    const { person: by } = request.viewer
    const { act, seen, whose } = request.body
    if (by === undefined) throw new Forbidden('Nobody is signed in.')
    const to = heir(request.body, by)
    if (act === 'hand' && to === undefined)
      return sendModeration(request, reply, services, { whose, problems: new Map([['to', 'toMissing']]) })
    const about = { kind: 'comment', id: comment.id }
    const order = {
      about,
      process: comment.processId,
      to,
      seen: parseId<'person'>(seen),
      by,
      at: clock.now(),
    }
    const outcome = await assign(db, order)
    if (outcome === 'not-entitled')
      return sendModeration(request, reply, services, { whose, problems: new Map([['to', 'toUnknown']]) })
    if (outcome === 'not-as-seen') return sendModeration(request, reply, services, { whose, notYours: true })
    return reply.redirect(moderationAddress(comment.number, queueView({ whose }, by)), 303)
  })
}

function fileRoutes(app: App, services: PostingServices) {
  const numbered = Type.Object({
    ...params.properties,
    attachment: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }),
  })
  app.get(
    '/comments/:number/moderation/attachments/:attachment',
    { config: guarded(services), schema: { params: numbered } },
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
