import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../platform/errors.ts'
import { nestForm, problemsByField, sendPage } from '../../platform/http/index.ts'
import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { circumstancesOf, findProcess, type Process } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import { draftRequest } from '../draft-request.ts'
import { editRequest } from '../edit-request.ts'
import { extendDeadline } from '../extend-deadline.ts'
import { sentencesFor } from '../form-problems.ts'
import type { RequestForComment } from '../model.ts'
import { ExtendPage } from '../pages/extend-page.tsx'
import { RequestFormPage } from '../pages/request-form-page.tsx'
import { RequestPage } from '../pages/request-page.tsx'
import { planExtension } from '../plan-extension.ts'
import { type Planned, type PlannedFrom, planRequest, type RequestProblems } from '../plan-request.ts'
import { publishRequest } from '../publish-request.ts'
import { emptyForm, formOf, keptForm, withBoxes, withMoreQuestions } from '../request-form.ts'
import { inRequest, pageProps } from '../routes.tsx'
import { ExtensionForm, RequestForm } from '../schemas.ts'
import { findSeen, type Tables } from '../seen.ts'

type Making = Services<Tables & RecordTables>

const Docket = Type.Object({ docket: Type.String({ maxLength: 60 }) })
const Slug = Type.Object({ slug: Type.String({ maxLength: 80 }) })
const form = 'application/x-www-form-urlencoded'

export const makingRoutes: FastifyPluginAsyncTypebox<Making> = async (app, services) => {
  draftRoutes(app, services)
  editRoutes(app, services)
  publishRoutes(app, services)
  extendRoutes(app, services)
}

interface Shown {
  form: RequestForm
  process: Process
  edited?: RequestForComment
  problems?: RequestProblems
}

function sendForm(reply: FastifyReply, { clock }: Making, { edited, ...shown }: Shown) {
  const props = { ...shown, now: clock.now(), ...(edited && { edited: edited.docket }) }
  return sendPage(reply, <RequestFormPage {...props} />, shown.problems ? 422 : 200)
}

/** First what the schema found, then what the rules of a request find. */
function plan(request: FastifyRequest, { issues }: Process, from: PlannedFrom, { clock }: Making): Planned {
  const found = sentencesFor(problemsByField(request.validationError?.validation ?? []))
  if (found.size > 0) return { problems: found }
  return planRequest(keptForm(request.body), from, issues, clock.now())
}

const formRoute = {
  attachValidation: true,
  preValidation: async (request: FastifyRequest) => {
    request.body = withBoxes(nestForm(request.body))
  },
}

async function processOf({ db }: Making, request: FastifyRequest): Promise<Process> {
  const { slug } = request.params as { slug: string }
  const process = await findProcess(db, slug)
  if (!process) throw new NotFound('No such process.')
  return process
}

function draftRoutes(app: FastifyInstance, services: Making) {
  const { db, clock } = services
  const circumstances = async (request: FastifyRequest) =>
    circumstancesOf(await processOf(services, request), clock.now())
  const config = { action: 'request.create', circumstances }

  app.get('/processes/:slug/requests/new', { config, schema: { params: Slug } }, async (request, reply) => {
    const process = await processOf(services, request)
    return sendForm(reply, services, { process, form: emptyForm(process, clock.now()) })
  })

  const schema = { params: Slug, body: RequestForm, consumes: [form] }
  app.post('/processes/:slug/requests', { ...formRoute, config, schema }, async (request, reply) => {
    const process = await processOf(services, request)
    const sent = keptForm(request.body)
    if (sent.act === 'add-question') {
      return sendForm(reply, services, { process, form: withMoreQuestions(sent) })
    }
    const now = clock.now()
    const { id: processId, slug: processSlug } = process
    const from = { id: newId<'request'>(now.getTime()), processId, processSlug, createdAt: now, papers: [] }
    const planned = plan(request, process, from, services)
    if ('problems' in planned) return sendForm(reply, services, { process, form: sent, ...planned })
    const drafted = await draftRequest(db, request.viewer, planned.request, process.docketPrefix)
    if ('refused' in drafted) {
      const problems: RequestProblems = new Map([['docket', 'docketTaken']])
      return sendForm(reply, services, { process, form: sent, problems })
    }
    return reply.redirect(`/requests/${drafted.drafted.docket}`, 303)
  })
}

function editRoutes(app: FastifyInstance, services: Making) {
  const { db, clock } = services
  const config = { action: 'request.edit', circumstances: inRequest(services) }

  app.get('/requests/:docket/edit', { config, schema: { params: Docket } }, async (request, reply) => {
    const { docket } = request.params as { docket: string }
    const { request: edited, process } = await findSeen(db, request.viewer, docket)
    if (edited.publishedAt) return reply.redirect(`/requests/${edited.docket}`, 303)
    return sendForm(reply, services, { process, edited, form: formOf(edited) })
  })

  const schema = { params: Docket, body: RequestForm, consumes: [form] }
  app.post('/requests/:docket/edit', { ...formRoute, config, schema }, async (request, reply) => {
    const { docket } = request.params as { docket: string }
    const { request: edited, process } = await findSeen(db, request.viewer, docket)
    const sent = keptForm(request.body)
    if (sent.act === 'add-question') {
      return sendForm(reply, services, { process, edited, form: withMoreQuestions(sent) })
    }
    const planned = plan(request, process, edited, services)
    if ('problems' in planned) return sendForm(reply, services, { process, edited, form: sent, ...planned })
    const changed = { ...planned.request, docket: edited.docket }
    const done = await editRequest(db, request.viewer, changed, clock.now())
    if ('refused' in done) {
      const problems: RequestProblems = new Map([['title', 'alreadyPublished']])
      return sendForm(reply, services, { process, edited, form: sent, problems })
    }
    return reply.redirect(`/requests/${edited.docket}`, 303)
  })
}

function publishRoutes(app: FastifyInstance, services: Making) {
  const { db, clock } = services
  const config = { action: 'request.publish', circumstances: inRequest(services) }

  app.post('/requests/:docket/publish', { config, schema: { params: Docket } }, async (request, reply) => {
    const { docket } = request.params as { docket: string }
    const found = await findSeen(db, request.viewer, docket)
    const now = clock.now()
    const done = await publishRequest(db, request.viewer, found.request.id, now)
    if ('refused' in done && done.refused === 'deadline-passed') {
      const props = pageProps(found, request.viewer, now, 'deadlinePassed')
      return sendPage(reply, <RequestPage {...props} />, 422)
    }
    return reply.redirect(`/requests/${found.request.docket}`, 303)
  })
}

function extendRoutes(app: FastifyInstance, services: Making) {
  const { db, clock } = services
  const config = { action: 'request.extend', circumstances: inRequest(services) }

  app.get('/requests/:docket/extend', { config, schema: { params: Docket } }, async (request, reply) => {
    const { docket } = request.params as { docket: string }
    const found = await findSeen(db, request.viewer, docket)
    if (!found.request.publishedAt) return reply.redirect(`/requests/${found.request.docket}/edit`, 303)
    const empty = { zone: found.request.deadline.zone, deadline: '', reason: '' }
    return sendPage(reply, <ExtendPage {...found} now={clock.now()} form={empty} />)
  })

  const schema = { params: Docket, body: ExtensionForm, consumes: [form] }
  app.post('/requests/:docket/extend', { config, schema, attachValidation: true }, async (request, reply) => {
    const { docket } = request.params as { docket: string }
    const found = await findSeen(db, request.viewer, docket)
    const now = clock.now()
    const sent = keptExtension(request.body)
    const again = (problems: RequestProblems) =>
      sendPage(reply, <ExtendPage {...found} {...{ now, problems }} form={sent} />, 422)
    const broken = sentencesFor(problemsByField(request.validationError?.validation ?? []))
    if (broken.size > 0) return again(broken)
    const planned = planExtension(sent, found.request.deadline, now)
    if ('problems' in planned) return again(planned.problems)
    const done = await extendDeadline(db, request.viewer, found.request.id, planned.deadline)
    if ('refused' in done) {
      return again(
        new Map([['deadline', done.refused === 'not-later' ? 'notLater' : 'notPublished']] as const),
      )
    }
    return reply.redirect(`/requests/${found.request.docket}`, 303)
  })
}

function keptExtension(sent: unknown): ExtensionForm {
  const body = (sent ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return { zone: text('zone'), deadline: text('deadline'), reason: text('reason') }
}
