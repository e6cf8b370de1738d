import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../platform/http/index.ts'
import { newId } from '../../platform/id.ts'
import { circumstancesOf, type Process } from '../../processes/index.ts'
import { listRequests } from '../../requests/index.ts'
import { deliberationAddress } from './model.ts'
import { DeliberationFormPage } from './pages/deliberation-form-page.tsx'
import { DeliberationPage } from './pages/deliberation-page.tsx'
import { DeliberationsPage } from './pages/deliberations-page.tsx'
import { type DeliberationProblems, emptyForm, formOf, planDeliberation } from './plan-deliberation.ts'
import { createDeliberation, editDeliberation, publishDeliberation } from './prepare-deliberation.ts'
import {
  DeliberationAddress,
  DeliberationBody,
  type DeliberationForm,
  keptForm,
  SlugAddress,
} from './schemas.ts'
import { may, type Seen, seenDeliberation, seenProcess } from './seen.ts'
import type { DeliberationsServices } from './services.ts'
import { listAllowed, listDeliberations } from './store.ts'

type App = Parameters<FastifyPluginAsyncTypebox<DeliberationsServices>>[0]
type Addressed = { slug: string; deliberation: string }

const consumes = ['application/x-www-form-urlencoded']
const list = '/processes/:slug/deliberations'
const one = `${list}/:deliberation`
const reading = { config: { action: 'deliberation.read' }, schema: { params: DeliberationAddress } }

export const deliberationsRoutes: FastifyPluginAsyncTypebox<DeliberationsServices> = async (
  app,
  services,
) => {
  readingRoutes(app, services)
  makingRoutes(app, services)
  editingRoutes(app, services)
}

function readingRoutes(app: App, services: DeliberationsServices) {
  const { db, clock } = services
  const config = { action: 'deliberation.read' }

  app.get(list, { config, schema: { params: SlugAddress } }, async (request, reply) => {
    const process = await seenProcess(db, request.params.slug)
    const all = await listDeliberations(db, { process: process.id })
    const mayCreate = may(request.viewer, 'deliberation.create', process)
    const deliberations = all.filter(({ publishedAt }) => publishedAt !== undefined || mayCreate)
    return sendPage(reply, <DeliberationsPage {...{ process, deliberations, mayCreate }} now={clock.now()} />)
  })

  app.get(one, reading, async (request, reply) =>
    sendOne(reply, services, request, await seenDeliberation(db, request.viewer, request.params)),
  )
}

/** A deliberation is public before long, so that it names no request that is not. */
const publicRequests = async (db: DeliberationsServices['db'], { id }: Process) =>
  (await listRequests(db, id)).filter(({ publishedAt }) => publishedAt !== undefined)

async function sendOne(
  reply: FastifyReply,
  { db, clock }: DeliberationsServices,
  { viewer }: FastifyRequest,
  { process, deliberation }: Seen,
  over = false,
) {
  const requests = deliberation.request ? await publicRequests(db, process) : []
  const props = {
    ...{ process, deliberation, over },
    request: requests.find(({ id }) => id === deliberation.request),
    now: clock.now(),
    mayPrepare: may(viewer, 'deliberation.edit', process),
    mayModerate: may(viewer, 'statement.moderate', process),
    mayDefend: may(viewer, 'defence.read', process),
  }
  return sendPage(reply, <DeliberationPage {...props} />, over ? 409 : 200)
}

const inProcess =
  ({ db, clock }: DeliberationsServices) =>
  async (request: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (request.params as Addressed).slug), clock.now())

interface Shown {
  process: Process
  edited?: number
  problems?: DeliberationProblems
}

async function sendForm(
  reply: FastifyReply,
  { db, clock }: DeliberationsServices,
  form: DeliberationForm,
  { process, ...shown }: Shown,
) {
  const requests = await publicRequests(db, process)
  const props = { form, process, requests, now: clock.now(), ...shown }
  return sendPage(reply, <DeliberationFormPage {...props} />, shown.problems ? 422 : 200)
}

function makingRoutes(app: App, services: DeliberationsServices) {
  const { db, clock } = services
  const config = { action: 'deliberation.create', circumstances: inProcess(services) }

  app.get(`${list}/new`, { config, schema: { params: SlugAddress } }, async (request, reply) => {
    const process = await seenProcess(db, request.params.slug)
    return sendForm(reply, services, emptyForm(process, clock.now()), { process })
  })

  const schema = { params: SlugAddress, body: DeliberationBody, consumes }
  app.post(list, { config, schema }, async (request, reply) => {
    const process = await seenProcess(db, request.params.slug)
    const [form, now] = [keptForm(request.body), clock.now()]
    const id = newId<'deliberation'>(now.getTime())
    const requests = await publicRequests(db, process)
    const planned = planDeliberation(form, { id, createdAt: now, process, requests })
    if ('problems' in planned) return sendForm(reply, services, form, { process, ...planned })
    const number = await createDeliberation(db, request.viewer, planned)
    return reply.redirect(deliberationAddress(process.slug, number), 303)
  })
}

function editingRoutes(app: App, services: DeliberationsServices) {
  const { db, clock } = services
  const circumstances = inProcess(services)
  const config = { action: 'deliberation.edit', circumstances }
  const schema = { params: DeliberationAddress }

  app.get(`${one}/edit`, { config, schema }, async (request, reply) => {
    const { process, deliberation } = await seenDeliberation(db, request.viewer, request.params)
    const here = deliberationAddress(process.slug, deliberation.number)
    if (deliberation.publishedAt) return reply.redirect(here, 303)
    const [requests, allowed] = [await publicRequests(db, process), await listAllowed(db, deliberation.id)]
    const form = formOf(deliberation, process, requests, allowed)
    return sendForm(reply, services, form, { process, edited: deliberation.number })
  })

  const body = { ...schema, body: DeliberationBody, consumes }
  app.post(`${one}/edit`, { config, schema: body }, async (request, reply) => {
    const { process, deliberation } = await seenDeliberation(db, request.viewer, request.params)
    const { number, id, createdAt } = deliberation
    const form = keptForm(request.body)
    const requests = await publicRequests(db, process)
    const planned = planDeliberation(form, { id, createdAt, process, requests })
    const about = { process, edited: number }
    if ('problems' in planned) return sendForm(reply, services, form, { ...about, ...planned })
    const done = await editDeliberation(db, request.viewer, { ...planned, number }, clock.now())
    if (done === 'alreadyPublished')
      return sendForm(reply, services, form, { ...about, problems: new Map([['title', done]]) })
    return reply.redirect(deliberationAddress(process.slug, number), 303)
  })

  const publishing = { action: 'deliberation.publish', circumstances }
  app.post(`${one}/publish`, { config: publishing, schema }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const done = await publishDeliberation(db, request.viewer, seen, clock.now())
    if (done === 'over') return sendOne(reply, services, request, seen, true)
    return reply.redirect(deliberationAddress(seen.process.slug, seen.deliberation.number), 303)
  })
}
