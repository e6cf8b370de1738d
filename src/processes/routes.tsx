import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import {
  type Actor,
  decide,
  findOrganisation,
  listOrganisations,
  type ParticipantsTables,
} from '../participants/index.ts'
import { NotFound } from '../platform/errors.ts'
import { fillParts, type OfferedPart } from '../platform/html/index.ts'
import { nestForm, problemsByField, sendPage } from '../platform/http/index.ts'
import { newId, parseId } from '../platform/id.ts'
import type { Services } from '../platform/services.ts'
import { parseInstant } from '../platform/time.ts'
import type { RecordTables } from '../record/index.ts'
import { processesPolicy } from './access.ts'
import { createProcess } from './create-process.ts'
import { editProcess } from './edit-process.ts'
import { sentencesFor } from './form-problems.ts'
import { type IssueHome, isTemplate, type Process, stageAt, type TemplateName } from './model.ts'
import { PatternsPage } from './pages/patterns-page.tsx'
import { ProcessFormPage } from './pages/process-form-page.tsx'
import { ProcessPage } from './pages/process-page.tsx'
import { ProcessesPage } from './pages/processes-page.tsx'
import { type Planned, type PlannedFrom, type ProcessProblems, planProcess } from './plan-process.ts'
import { formFromIssue, formFromTemplate, formOf, keptForm, withMoreIssues } from './process-form.ts'
import { publishProcess } from './publish-process.ts'
import { ProcessForm } from './schemas.ts'
import { findIssue, findProcess, listChildren, listProcesses } from './store.ts'
import type { ProcessesTables } from './tables.ts'

export interface ProcessesServices extends Services<ProcessesTables & ParticipantsTables & RecordTables> {
  parts: readonly OfferedPart<Actor>[]
}

type Addressed = FastifyRequest<{ Params: { slug: string } }>

/** Where an act on a process happens, for the policy table. */
export function circumstancesOf({ id, stages }: Process, now: Parameters<typeof stageAt>[1]) {
  return { process: id, stage: stageAt(stages, now)?.name }
}

const may = (viewer: Actor, action: string, process?: Process) =>
  decide(processesPolicy, viewer, action, { process: process?.id })

export const processesRoutes: FastifyPluginAsyncTypebox<ProcessesServices> = async (app, services) => {
  readingRoutes(app, services)
  makingRoutes(app, services)
  editingRoutes(app, services)
}

/** To those who may not see it, an unpublished process is not there. */
async function shown({ db }: ProcessesServices, request: FastifyRequest): Promise<Process> {
  const { slug } = request.params as { slug: string }
  const process = await findProcess(db, slug)
  const seen = process?.publishedAt !== undefined || may(request.viewer, 'process.read-unpublished', process)
  if (!process || !seen) throw new NotFound('No such process.')
  return process
}

const inProcess = (services: ProcessesServices) => async (request: FastifyRequest) =>
  circumstancesOf(await found(services, request), services.clock.now())

async function found({ db }: ProcessesServices, request: FastifyRequest): Promise<Process> {
  const process = await findProcess(db, (request as Addressed).params.slug)
  if (!process) throw new NotFound('No such process.')
  return process
}

function readingRoutes(app: FastifyInstance, services: ProcessesServices) {
  const { db, clock, parts } = services

  app.get('/processes', { config: { action: 'process.list' } }, async (request, reply) => {
    const all = await listProcesses(db)
    const seen = all.filter(
      (process) => process.publishedAt || may(request.viewer, 'process.read-unpublished', process),
    )
    const mayCreate = may(request.viewer, 'process.create')
    return sendPage(reply, <ProcessesPage processes={seen} now={clock.now()} mayCreate={mayCreate} />)
  })

  app.get('/processes/:slug', { config: { action: 'process.read' } }, async (request, reply) => {
    const process = await shown(services, request)
    const ref = { kind: 'process', id: process.id }
    const failed = (error: unknown) => request.log.error(error)
    const issues = process.issues.map(({ id }) => ({ kind: 'issue', id }))
    const besideIssue = await fillParts(parts, 'beside-issue', issues, request.viewer, failed)
    const fill = async (place: 'process-requests' | 'process-timeline') =>
      (await fillParts(parts, place, [ref], request.viewer, failed))(ref)
    const mayRead = (one: Process) =>
      one.publishedAt !== undefined || may(request.viewer, 'process.read-unpublished', one)
    const children = await listChildren(
      db,
      process.issues.map(({ id }) => id),
    )
    const home = process.parentIssue && (await findIssue(db, process.parentIssue))
    const props = {
      process,
      parent: home && mayRead(home.process) ? home : undefined,
      children: children.filter(mayRead),
      mayOpen: may(request.viewer, 'process.create'),
      convenor: process.convenor && (await findOrganisation(db, process.convenor))?.name,
      now: clock.now(),
      mayPrepare: may(request.viewer, 'process.edit', process),
      requests: await fill('process-requests'),
      timeline: await fill('process-timeline'),
      besideIssue: (id: string) => besideIssue({ kind: 'issue', id }),
    }
    return sendPage(reply, <ProcessPage {...props} />)
  })
}

interface Shown {
  edited?: Process
  template?: TemplateName
  parent?: IssueHome | undefined
  problems?: ProcessProblems
}

/** The form, as it stands; with problems it is a 422, and every word is in it again. */
async function sendForm(
  reply: FastifyReply,
  { db }: ProcessesServices,
  form: ProcessForm,
  { edited, problems, ...shown }: Shown = {},
) {
  const organisations = await listOrganisations(db)
  const props = { form, organisations, ...shown, ...(edited && { edited }), ...(problems && { problems }) }
  return sendPage(reply, <ProcessFormPage {...props} />, problems ? 422 : 200)
}

/** First what the schema found, then what the rules of a process find. */
async function plan(
  request: FastifyRequest,
  { db }: ProcessesServices,
  from: Omit<PlannedFrom, 'organisations'>,
) {
  const found = sentencesFor(problemsByField(request.validationError?.validation ?? []))
  if (found.size > 0) return { problems: found } satisfies Planned
  return planProcess(keptForm(request.body), { ...from, organisations: await listOrganisations(db) })
}

const formRoute = {
  schema: { body: ProcessForm, consumes: ['application/x-www-form-urlencoded'] },
  attachValidation: true,
  preValidation: async (request: FastifyRequest) => {
    request.body = nestForm(request.body)
  },
}

const Pattern = Type.Object({
  template: Type.Optional(Type.String({ maxLength: 60 })),
  opens: Type.Optional(Type.String({ maxLength: 30 })),
  issue: Type.Optional(Type.String({ maxLength: 60 })),
})

async function parentOf({ db }: ProcessesServices, id: string | undefined): Promise<IssueHome | undefined> {
  const issue = parseId<'issue'>(id ?? '')
  return issue && findIssue(db, issue)
}

function makingRoutes(app: FastifyInstance, services: ProcessesServices) {
  const { db, clock } = services
  const config = { action: 'process.create' }

  const schema = { querystring: Pattern }
  app.get('/processes/new', { config, schema }, async ({ query, locale }, reply) => {
    const { template: named = '', opens, issue } = query as Static<typeof Pattern>
    const template = isTemplate(named) ? named : 'open-request-for-comment'
    const organisations = await listOrganisations(db)
    const convenor = organisations.length === 1 ? organisations[0]?.id : undefined
    const day = parseInstant(`${opens}T09:00:00Z`)
    const start = { now: clock.now(), convenor, ...(day && { opens: day }) }
    const form = formFromTemplate(template, start, locale)
    const parent = await parentOf(services, issue)
    return sendForm(reply, services, parent ? formFromIssue(form, parent, locale) : form, {
      template,
      parent,
    })
  })

  app.get('/processes/patterns', { config, schema }, async ({ query }, reply) => {
    const { opens = '', issue = '' } = query as Static<typeof Pattern>
    const asked = parseInstant(`${opens}T09:00:00Z`)
    const today = clock.now().toISOString().slice(0, 10)
    const day = asked ? opens : today
    const problem = opens !== '' && !asked
    const start = asked ?? parseInstant(`${today}T09:00:00Z`) ?? clock.now()
    const page = <PatternsPage opens={start} {...{ day, issue, problem }} />
    return sendPage(reply, page, problem ? 422 : 200)
  })

  app.post('/processes', { ...formRoute, config }, async (request, reply) => {
    const form = keptForm(request.body)
    if (form.act === 'add-issue') {
      const parent = await parentOf(services, form.parent)
      return sendForm(reply, services, withMoreIssues(form), { parent })
    }
    const now = clock.now()
    const parent = await parentOf(services, form.parent)
    const bare = { id: newId<'process'>(now.getTime()), createdAt: now, publishedAt: undefined, issues: [] }
    const from = { ...bare, ...(parent && { parentIssue: parent.issue.id }) }
    const planned = await plan(request, services, from)
    if ('problems' in planned) return sendForm(reply, services, form, { ...planned, parent })
    const created = await createProcess(db, request.viewer, planned.process)
    if ('refused' in created) {
      return sendForm(reply, services, form, { problems: new Map([['slug', 'slugTaken']]), parent })
    }
    return reply.redirect(`/processes/${planned.process.slug}`, 303)
  })
}

function editingRoutes(app: FastifyInstance, services: ProcessesServices) {
  const { db, clock } = services
  const circumstances = inProcess(services)
  const config = { action: 'process.edit', circumstances }

  app.get('/processes/:slug/edit', { config }, async (request, reply) => {
    const process = await found(services, request)
    if (process.publishedAt) return reply.redirect(`/processes/${process.slug}`, 303)
    return sendForm(reply, services, formOf(process), { edited: process })
  })

  app.post('/processes/:slug/edit', { ...formRoute, config }, async (request, reply) => {
    const edited = await found(services, request)
    const form = keptForm(request.body)
    if (form.act === 'add-issue') return sendForm(reply, services, withMoreIssues(form), { edited })
    const planned = await plan(request, services, edited)
    if ('problems' in planned) return sendForm(reply, services, form, { edited, ...planned })
    const done = await editProcess(db, request.viewer, planned.process, clock.now())
    if ('refused' in done) {
      return sendForm(reply, services, form, { edited, problems: new Map([['name', 'alreadyPublished']]) })
    }
    return reply.redirect(`/processes/${edited.slug}`, 303)
  })

  const publishing = { action: 'process.publish', circumstances }
  app.post('/processes/:slug/publish', { config: publishing }, async (request, reply) => {
    const process = await found(services, request)
    await publishProcess(db, request.viewer, process.id, clock.now())
    return reply.redirect(`/processes/${process.slug}`, 303)
  })
}
