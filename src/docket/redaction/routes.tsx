import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { removeRedaction } from '../../moderation/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import { cleanText } from '../../platform/text/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { docketOf } from '../comments/model.ts'
import { openOriginal } from '../posting/open-original.ts'
import type { PostingServices } from '../posting/services.ts'
import { findToModerate } from '../posting/store.ts'
import { holdBackFile, type MarkOrder, markPlaces, markWords } from './mark-words.ts'
import { RedactionPage } from './pages/redaction-page.tsx'
import { type RedactionPageProps, redactionAddress } from './pages/redaction-page-props.ts'
import { postRedacted, readRedacting } from './post-redacted.ts'
import { FileForm, MarkForm, PlacesForm, PostForm, Target } from './schemas.ts'

type App = Parameters<FastifyPluginAsyncTypebox<PostingServices>>[0]
type Returned = Pick<RedactionPageProps, 'draft' | 'problems' | 'leaks' | 'told' | 'target'>

const action = 'comment.moderate'
const Numbered = Type.Object({ number: Type.String({ maxLength: 100 }) })
const Marked = Type.Object({ ...Numbered.properties, mark: Type.String({ maxLength: 40 }) })
const consumes = ['application/x-www-form-urlencoded']
const path = '/comments/:number/redaction'

async function found({ db }: PostingServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const comment = await findToModerate(db, number)
  if (!comment) throw new NotFound('No such comment.')
  const seen = await findSeenRequest(db, request.viewer, docketOf(number))
  return { comment, ...seen }
}

async function opened(services: PostingServices, request: FastifyRequest) {
  const { comment, ...seen } = await found(services, request)
  return { ...seen, redacting: await readRedacting(services.db, comment, seen.request.questions) }
}

const guarded = (services: PostingServices) => ({
  action,
  circumstances: async (request: FastifyRequest) => ({
    process: (await found(services, request)).comment.processId,
  }),
})

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  services: PostingServices,
  returned: Returned = {},
) {
  const { db, clock } = services
  const seen = await opened(services, request)
  await openOriginal(db, request.viewer, seen.redacting.whole, clock.now())
  const { problems, leaks, told } = returned
  const status = problems || leaks ? 422 : told ? 409 : 200
  return sendPage(reply, <RedactionPage {...seen} {...returned} now={clock.now()} />, status)
}

/** The desk on which a moderator marks what must not be published, and posts the rest. */
export const redactionRoutes: FastifyPluginAsyncTypebox<PostingServices> = async (app, services) => {
  const schema = { params: Numbered, querystring: Target }
  app.get(path, { config: guarded(services), schema }, (request, reply) => {
    const { in: key, paragraph } = request.query
    const target = key && paragraph ? { key, paragraph: Number(paragraph) } : undefined
    return send(request, reply, services, { target })
  })
  markRoutes(app, services)
  fileRoutes(app, services)
  postRoutes(app, services)
}

function orderOf(form: MarkForm): MarkOrder {
  const words = form.whole ? undefined : cleanText(form.words ?? '').text.trim()
  const paragraph = form.paragraph ? Number(form.paragraph) : undefined
  return { key: form.in || undefined, paragraph, words, reason: form.reason ?? '' }
}

function problemsOf({ words, paragraph, reason }: MarkOrder, known: readonly { code: string }[]) {
  const problems: NonNullable<Returned['problems']> = new Map([
    ...(words === '' || (words === undefined && !paragraph) ? [['words', 'wordsMissing'] as const] : []),
    ...(reason === '' ? [['reason', 'reasonMissing'] as const] : []),
    ...(reason !== '' && !known.some(({ code }) => code === reason)
      ? [['reason', 'reasonUnknown'] as const]
      : []),
  ])
  return problems
}

function markRoutes(app: App, services: PostingServices) {
  const { db, clock } = services
  const config = guarded(services)
  const form = { params: Numbered, body: MarkForm, consumes }
  app.post(`${path}/marks`, { config, schema: form }, async (request, reply) => {
    const { redacting } = await opened(services, request)
    const order = orderOf(request.body)
    const { key, paragraph } = order
    const again = { draft: request.body, target: key && paragraph ? { key, paragraph } : undefined }
    const problems = problemsOf(order, redacting.whole.reasons)
    if (problems.size > 0) return send(request, reply, services, { ...again, problems })
    const marked = await markWords(db, request.viewer, redacting, order, clock.now())
    if (marked === 0)
      return send(request, reply, services, { ...again, problems: new Map([['words', 'wordsNotThere']]) })
    return reply.redirect(redactionAddress(request.params.number), 303)
  })

  const chosen = { params: Numbered, body: PlacesForm, consumes }
  app.post(`${path}/marks/places`, { config, schema: chosen }, async (request, reply) => {
    const { redacting } = await opened(services, request)
    const { reason = '' } = request.body
    const places = [request.body.places ?? []].flat()
    const problems = problemsOf({ words: undefined, paragraph: 1, reason }, redacting.whole.reasons)
    if (problems.size > 0) return send(request, reply, services, { problems })
    const order = { places, reason }
    const marked = await markPlaces(db, request.viewer, redacting, order, clock.now())
    if (marked === 0)
      return send(request, reply, services, { problems: new Map([['places', 'placesMissing']]) })
    return reply.redirect(redactionAddress(request.params.number), 303)
  })

  app.post(
    `${path}/marks/:mark/remove`,
    { config, schema: { params: Marked, consumes } },
    async (request, reply) => {
      const { comment } = await found(services, request)
      const id = parseId<'redaction'>(request.params.mark)
      if (!id) throw new NotFound('No such mark.')
      await db.transaction().execute((tx) => removeRedaction(tx, { kind: 'comment', id: comment.id }, id))
      return reply.redirect(redactionAddress(comment.number), 303)
    },
  )
}

function fileRoutes(app: App, services: PostingServices) {
  const schema = { params: Numbered, body: FileForm, consumes }
  app.post(`${path}/files`, { config: guarded(services), schema }, async (request, reply) => {
    const { redacting } = await opened(services, request)
    const { number, reason = '' } = request.body
    const problems = problemsOf({ words: undefined, paragraph: 1, reason }, redacting.whole.reasons)
    if (problems.size > 0) return send(request, reply, services, { problems })
    const order = { number: Number(number), reason }
    const held = await holdBackFile(services.db, request.viewer, redacting, order, services.clock.now())
    if (!held) throw new NotFound('No such attachment.')
    return reply.redirect(redactionAddress(request.params.number), 303)
  })
}

function postRoutes(app: App, services: PostingServices) {
  const schema = { params: Numbered, body: PostForm, consumes }
  app.post(`${path}/post`, { config: guarded(services), schema }, async (request, reply) => {
    const { comment, request: asks } = await found(services, request)
    const { anyway, ...order } = request.body
    const about = { comment, questions: asks.questions }
    const given = { ...order, anyway }
    const outcome = await postRedacted(services, request.viewer, about, given)
    if (outcome === 'decided')
      return reply.redirect(`/requests/${asks.docket}/queue?done=${comment.number}`, 303)
    if (outcome === 'not-as-seen') return send(request, reply, services, { told: 'notAsSeen' })
    if (outcome === 'nothing-marked') return send(request, reply, services, { told: 'nothingMarked' })
    return send(request, reply, services, outcome)
  })
}
