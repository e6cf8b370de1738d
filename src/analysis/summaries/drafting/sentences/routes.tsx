import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../../platform/errors.ts'
import { sendPage } from '../../../../platform/http/index.ts'
import { parseId } from '../../../../platform/id.ts'
import { draftAddress } from '../../addresses.ts'
import type { SentenceId } from '../../model.ts'
import {
  IssueAddress,
  listOf,
  MoveForm,
  Narrowed,
  SeenForm,
  SentenceAddress,
  SentenceForm,
} from '../../schemas.ts'
import type { SummariesServices } from '../../services.ts'
import { whereOf } from '../../where.ts'
import type { WordKey } from '../../words.ts'
import { checkWording } from '../check-wording.ts'
import { consumes, type IssueParams, inProcess } from '../in-process.ts'
import { moveSentence, removeSentence } from '../move-sentence.ts'
import { SentencePage } from '../pages/sentence-page.tsx'
import { readSentencePage } from '../read-sentence-page.ts'
import { addSentence, saveSentence } from '../save-sentence.ts'

interface Guarded {
  action: string
  circumstances(request: FastifyRequest): Promise<{ process: string }>
}

type App = Parameters<FastifyPluginAsyncTypebox<Services>>[0]

export interface Services extends SummariesServices {
  /** Shows the draft again, with why nothing was done. */
  refuse(request: FastifyRequest, reply: FastifyReply, why: WordKey): Promise<unknown>
}

const path = '/requests/:docket/summaries/:issue/draft/sentences'

/** The sentences of a draft: each added, reworded, moved or deleted by a form. */
export const sentenceRoutes: FastifyPluginAsyncTypebox<Services> = async (app, services) => {
  const config = { action: 'summary.edit', circumstances: inProcess(services) }
  const asked = { config, schema: { params: SentenceAddress, querystring: Narrowed } }
  app.get(`${path}/:sentence`, asked, (request, reply) =>
    sendSentence(services, request, reply, { narrowed: request.query }),
  )
  const body = { body: SentenceForm, consumes }
  app.post(`${path}/new`, { config, schema: { params: IssueAddress, ...body } }, (request, reply) =>
    save(services, request, reply, request.body),
  )
  app.post(`${path}/:sentence`, { config, schema: { params: SentenceAddress, ...body } }, (request, reply) =>
    save(services, request, reply, request.body),
  )
  actRoutes(app, services, config)
}

function actRoutes(app: App, services: Services, config: Guarded) {
  const { db } = services
  const params = SentenceAddress
  app.post(
    `${path}/:sentence/move`,
    { config, schema: { params, body: MoveForm, consumes } },
    async (request, reply) => {
      const order = { id: sentenceIn(request), to: request.body.to }
      const done = await moveSentence(db, await drafting(services, request), order)
      return done === 'done'
        ? toDraft(services, request, reply, order.id)
        : services.refuse(request, reply, done)
    },
  )
  app.post(
    `${path}/:sentence/delete`,
    { config, schema: { params, body: SeenForm, consumes } },
    async (request, reply) => {
      const order = { id: sentenceIn(request), seen: Number(request.body.seen) || 0 }
      const done = await removeSentence(db, await drafting(services, request), order)
      return done === 'done' ? toDraft(services, request, reply) : services.refuse(request, reply, done)
    },
  )
}

function sentenceIn({ params }: FastifyRequest): SentenceId {
  const id = parseId<'sentence'>((params as { sentence: string }).sentence)
  if (!id) throw new NotFound('No such sentence.')
  return id
}

async function drafting(services: Services, { viewer, params }: FastifyRequest) {
  const where = await whereOf(services, viewer, params as IssueParams)
  return { ...where, actor: viewer, at: where.now }
}

async function toDraft(services: Services, request: FastifyRequest, reply: FastifyReply, at?: string) {
  const { request: asks, issue } = await whereOf(services, request.viewer, request.params as IssueParams)
  return reply.redirect(draftAddress(asks.docket, issue.number) + (at ? `#sentence-${at}` : ''), 303)
}

interface Form {
  text?: string
  cites?: string | string[]
  seen?: string
}

async function save(services: Services, request: FastifyRequest, reply: FastifyReply, form: Form) {
  const typed = { text: form.text ?? '', cites: listOf(form.cites) }
  const wording = checkWording(typed)
  const again = (problem: WordKey) => sendSentence(services, request, reply, { typed, problem })
  if (typeof wording === 'string') return again(wording)
  const named = (request.params as { sentence?: string }).sentence
  const order = await drafting(services, request)
  const done =
    named === undefined
      ? await addSentence(services.db, order, wording)
      : await saveSentence(services.db, order, {
          ...wording,
          id: sentenceIn(request),
          seen: Number(form.seen) || 0,
        })
  return done === 'done' ? toDraft(services, request, reply, named) : again(done)
}

interface Again {
  typed?: { text: string; cites: readonly string[] }
  problem?: WordKey
  narrowed?: { group?: string; position?: string }
}

async function sendSentence(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problem, narrowed = {} }: Again,
) {
  const { viewer, params } = request
  const where = await whereOf(services, viewer, params as IssueParams)
  const { sentence: named = 'new' } = params as { sentence?: string }
  const { group = '', position = '' } = narrowed
  const asked = { sentence: named, group, position, chosen: typed?.cites ?? [] }
  const found = await readSentencePage(services.db, where, asked, viewer.person)
  if (!found.sentence && named !== 'new' && !typed) throw new NotFound('No such sentence.')
  const own = {
    text: found.sentence?.text ?? '',
    cites: found.sentence?.citations.map(({ excerpt }) => excerpt) ?? [],
  }
  const page = <SentencePage {...where} {...found} typed={typed ?? own} problem={problem} />
  return sendPage(reply, page, problem === undefined ? 200 : problem === 'changed-meanwhile' ? 409 : 422)
}
