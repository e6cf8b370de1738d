import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listStakeholderGroups } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { longDownloads, sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { type BringRefusal, bringFile } from './bring-file.ts'
import { type CheckForm, handlingIn, toldIn } from './check-form.ts'
import { columnsOf } from './columns.ts'
import { speaksForItself } from './inspect.ts'
import type { WorkingServices } from './jobs/keep-importing.ts'
import {
  countProblems,
  findGlance,
  findImport,
  findSameBytes,
  listImports,
  listProblems,
  moveImport,
} from './jobs/store.ts'
import { importAddress, importsAddress } from './pages/address.ts'
import { CheckPage, type CheckProps } from './pages/check-page.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { isSaid } from './sift.ts'
import { understand } from './understand.ts'
import { say } from './words.ts'
import { writeProblems } from './write-problems.ts'

const GIGABYTE = 1024 ** 3
const MOST_UPLOADED = 2 * GIGABYTE
const PREVIEWED = 5
const action = 'comment.import'

type App = Parameters<FastifyPluginAsyncTypebox<WorkingServices>>[0]

const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Named = Type.Object({ ...Docket.properties, import: Type.String({ maxLength: 60 }) })

/** Comments from elsewhere: a file is brought, its columns are looked at, and a worker does the rest. */
export const importRoutes: FastifyPluginAsyncTypebox<WorkingServices> = async (app, services) => {
  bringRoutes(app, services)
  checkRoutes(app, services)
  problemRoutes(app, services)
}

const gated = ({ db }: WorkingServices) => ({
  action,
  circumstances: async ({ viewer, params }: FastifyRequest) => {
    const { request } = await findSeenRequest(db, viewer, (params as { docket: string }).docket)
    return { process: request.processId }
  },
})

const seenIn = ({ db }: WorkingServices, { viewer, params }: FastifyRequest) =>
  findSeenRequest(db, viewer, (params as { docket: string }).docket)

function bringRoutes(app: App, services: WorkingServices) {
  const { db, clock } = services
  const config = gated(services)

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    refusal?: BringRefusal | { refused: Unsent },
  ) {
    const seen = await seenIn(services, request)
    const imports = await listImports(db, seen.request.id)
    const problem = refusal && {
      kind: refusal.refused,
      ...('tables' in refusal && { tables: refusal.tables }),
    }
    const page = <ImportsPage {...seen} {...{ imports, problem }} now={clock.now()} />
    return sendPage(reply, page, refusal ? 422 : 200)
  }

  app.get('/requests/:docket/imports', { config, schema: { params: Docket } }, (request, reply) =>
    show(request, reply),
  )

  const schema = { params: Docket, consumes: ['multipart/form-data'] }
  app.post('/requests/:docket/imports', { config, schema }, async (request, reply) => {
    const { request: asks } = await seenIn(services, request)
    const done = asks.publishedAt ? await receive(services, request, asks) : ({ refused: 'no-file' } as const)
    if ('refused' in done) return show(request, reply, done)
    return reply.redirect(importAddress(asks.docket, done.brought), 303)
  })
}

type Unsent = 'no-file' | 'broken-off'

/** The file goes to its place while it arrives. */
async function receive(
  services: WorkingServices,
  request: FastifyRequest,
  asks: Parameters<typeof bringFile>[1],
): Promise<Awaited<ReturnType<typeof bringFile>> | { refused: Unsent }> {
  if (!request.isMultipart()) return { refused: 'no-file' }
  try {
    const part = await request.file({ limits: { fileSize: MOST_UPLOADED, files: 1 } })
    if (!part) return { refused: 'no-file' }
    const { file, filename: name } = part
    const done = await bringFile(
      services,
      asks,
      { name, bytes: file, isCut: () => file.truncated },
      request.viewer.person,
    )
    return 'refused' in done && done.refused === 'empty' && name === '' ? { refused: 'no-file' } : done
  } catch (error) {
    if (isBrokenOff(error)) return { refused: 'broken-off' }
    throw error
  }
}

function isBrokenOff(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(code) ||
    /unexpected end|premature|aborted/i.test(message)
  )
}

/** The import of this address, if it is one of this request. */
async function foundImport(services: WorkingServices, request: FastifyRequest) {
  const seen = await seenIn(services, request)
  const id = parseId<'import'>((request.params as { import: string }).import)
  const brought = id && (await findImport(services.db, id))
  if (brought?.request !== seen.request.id) throw new NotFound('No such import.')
  return { ...seen, brought }
}

function checkRoutes(app: App, services: WorkingServices) {
  const { db, clock } = services
  const config = gated(services)
  const path = '/requests/:docket/imports/:import'

  app.get(path, { config, schema: { params: Named } }, async (request, reply) => {
    const found = await foundImport(services, request)
    if (found.brought.state === 'left') throw new NotFound('That import was left.')
    if (found.brought.state === 'proposed') return sendCheck(services, reply, found, {})
    const { id } = found.brought
    const shown = { kinds: await countProblems(db, id), problems: await listProblems(db, id, { most: 20 }) }
    return sendPage(reply, <ImportPage {...found} {...shown} now={clock.now()} />)
  })

  const Body = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), {
    maxProperties: 20_010,
  })
  const schema = { params: Named, body: Body, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config, schema }, async (request, reply) => {
    const found = await foundImport(services, request)
    const { brought, request: asks } = found
    const here = importAddress(asks.docket, brought.id)
    if (brought.state !== 'proposed') return reply.redirect(here, 303)
    if (request.body['act'] === 'leave') {
      await move(services, brought.id, { state: 'left', at: clock.now() })
      return reply.redirect(importsAddress(asks.docket), 303)
    }
    const form = await readCheck(services, found, request.body)
    if (form.problems.length > 0) return sendCheck(services, reply, found, form, 422)
    const { told, handling } = form
    const state = request.body['act'] === 'import' ? 'waiting' : 'proposed'
    await move(services, brought.id, { state, told, handling })
    return reply.redirect(here, 303)
  })
}

type Found = Awaited<ReturnType<typeof foundImport>>

const move = ({ db }: WorkingServices, id: Found['brought']['id'], to: Parameters<typeof moveImport>[3]) =>
  db.transaction().execute((tx) => moveImport(tx, id, ['proposed'], to))

async function readCheck({ db }: WorkingServices, { brought }: Found, form: CheckForm) {
  const glance = await findGlance(db, brought.id)
  const handling = handlingIn(form, brought.handling)
  if (speaksForItself(glance)) return { told: brought.told, handling, problems: [] }
  return { ...toldIn(form, glance, brought.told), handling }
}

async function sendCheck(
  { db, clock }: WorkingServices,
  reply: FastifyReply,
  found: Found,
  said: Partial<Pick<CheckProps, 'told' | 'handling' | 'problems'>>,
  status = 200,
) {
  const { told, handling } = { ...found.brought, ...said }
  const glance = await findGlance(db, found.brought.id)
  const groups = await listStakeholderGroups(db)
  const plain = speaksForItself(glance)
  const slugs = new Set(groups.map(({ slug }) => slug))
  const preview = glance.rows.slice(0, PREVIEWED).map((row) => {
    if ('failed' in row) return row
    const said = understand(row, plain ? columnsOf([...row.cells.keys()], told) : told, slugs)
    return isSaid(said) ? said : { row: row.row, failed: say('noWords') }
  })
  const same = await findSameBytes(db, found.brought)
  const props = { ...found, ...{ same, glance, plain, told, handling, preview, groups, now: clock.now() } }
  return sendPage(reply, <CheckPage {...props} {...(said.problems && { problems: said.problems })} />, status)
}

function problemRoutes(app: App, services: WorkingServices) {
  const download = longDownloads()
  const path = '/requests/:docket/imports/:import/problems.csv'
  app.get(path, { config: gated(services), schema: { params: Named } }, async (request, reply) => {
    const { brought } = await foundImport(services, request)
    const table = download(request.ip, (write) =>
      writeProblems(services.db, brought.id, request.locale, write),
    )
    const name = `import-problems-${brought.id.slice(-12)}.csv`
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('text/csv; charset=utf-8')
      .send(table)
  })
}
