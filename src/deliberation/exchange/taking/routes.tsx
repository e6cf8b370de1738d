import type { MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { newId, parseId } from '../../../platform/id.ts'
import type { Services } from '../../../platform/services.ts'
import { cleanText, tidyName } from '../../../platform/text/index.ts'
import { circumstancesOf } from '../../../processes/index.ts'
import { isLanguage } from '../../../requests/index.ts'
import { LONGEST_TITLE } from '../../deliberations/model.ts'
import { seenProcess } from '../../deliberations/seen.ts'
import { PolisProblem } from '../../polis-files/model.ts'
import { type BringForm, BringPage, type BringProblem } from '../pages/bring-page.tsx'
import { CheckPage } from '../pages/check-page.tsx'
import type { KeptFile } from './model.ts'
import { readFiles, tellOf } from './read-files.ts'
import { findDeliberationImport, insertImport, moveImport, type TakingDatabase } from './store.ts'

export interface TakingServices extends Services<TakingDatabase> {
  files: FileStore
}

type App = Parameters<FastifyPluginAsyncTypebox<TakingServices>>[0]

const [MOST_BYTES, MOST_FILES, LONGEST_ORIGIN, LONGEST_NAME] = [512 * 1024 ** 2, 10, 500, 50]
const list = '/processes/:slug/deliberations/import'
const Slug = Type.Object({ slug: Type.String({ maxLength: 200 }) })
const Named = Type.Object({ ...Slug.properties, import: Type.String({ maxLength: 60 }) })

/** Deliberations that were held elsewhere: their files are brought, looked at, and taken in by a worker. */
export const takingRoutes: FastifyPluginAsyncTypebox<TakingServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (params as { slug: string }).slug), clock.now())
  const config = { action: 'deliberation.import', circumstances }
  bringRoutes(app, services, config)
  checkRoutes(app, services, config)
}

type Config = { action: string; circumstances(request: FastifyRequest): Promise<object> }

function bringRoutes(app: App, services: TakingServices, config: Config) {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    form: BringForm,
    problem?: BringProblem,
  ) => {
    const process = await seenProcess(services.db, (request.params as { slug: string }).slug)
    const page = <BringPage {...{ process, form, problem }} now={services.clock.now()} />
    return sendPage(reply, page, problem ? 422 : 200)
  }
  const empty: BringForm = { title: '', origin: '', language: 'en' }

  app.get(list, { config, schema: { params: Slug } }, (request, reply) => show(request, reply, empty))

  const schema = { params: Slug, consumes: ['multipart/form-data'] }
  app.post(list, { config, schema }, async (request, reply) => {
    if (!request.isMultipart()) return show(request, reply, empty, { field: 'files', key: 'filesMissing' })
    const { form, files, refused } = await readSent(services.files, request)
    const problem = refused ? { field: 'files' as const, key: refused } : problemIn(form, files)
    if (problem) return show(request, reply, form, problem)
    const done = await bring(services, request, form, files)
    if ('said' in done) return show(request, reply, form, { field: 'files', said: done.said })
    return reply.redirect(`/processes/${request.params.slug}/deliberations/import/${done.id}`, 303)
  })
}

interface Sent {
  form: BringForm
  files: KeptFile[]
  refused: 'filesLarge' | 'filesRefused' | undefined
}

/** Files go to their places while they arrive. */
async function readSent(store: FileStore, request: FastifyRequest): Promise<Sent> {
  const sent: Sent = { form: { title: '', origin: '', language: '' }, files: [], refused: undefined }
  for await (const part of request.parts({ limits: { files: MOST_FILES, fileSize: MOST_BYTES } })) {
    if (part.type === 'file') await keepFile(store, part, sent)
    else setField(sent.form, part.fieldname, String(part.value))
  }
  return sent
}

/** A name that any folder can hold; a table is one whatever it is called. */
function nameOf(filename: string): string {
  const name = tidyName(filename.replace(/^.*[\\/]/, '')).slice(-LONGEST_NAME) || 'file'
  return /\.(csv|json)$/i.test(name) ? name : `${name}.csv`
}

function setField(form: BringForm, name: string, value: string): void {
  if (name === 'title' || name === 'origin' || name === 'language') form[name] = value
}

async function keepFile(store: FileStore, { file, filename }: MultipartFile, sent: Sent): Promise<void> {
  const kept = await store.put(file, MOST_BYTES)
  if (file.truncated || ('refused' in kept && kept.refused === 'too-large')) sent.refused = 'filesLarge'
  else if (!('refused' in kept)) sent.files.push({ name: nameOf(filename), ...kept })
  else if (kept.refused !== 'empty') sent.refused = 'filesRefused'
}

function problemIn(
  { title, origin, language }: BringForm,
  files: readonly KeptFile[],
): BringProblem | undefined {
  if (title.trim() === '') return { field: 'title', key: 'titleMissing' }
  if ([...title].length > LONGEST_TITLE) return { field: 'title', key: 'titleLong' }
  if (origin.trim() === '') return { field: 'origin', key: 'originMissing' }
  if ([...origin].length > LONGEST_ORIGIN) return { field: 'origin', key: 'originLong' }
  if (!isLanguage(language)) return { field: 'language', key: 'languageUnknown' }
  if (files.length === 0) return { field: 'files', key: 'filesMissing' }
  const names = files.map(({ name }) => name)
  return new Set(names).size < names.length ? { field: 'files', key: 'filesTwice' } : undefined
}

async function bring(
  { db, clock, files: store }: TakingServices,
  { viewer, params }: FastifyRequest,
  { title, origin, language }: BringForm,
  files: readonly KeptFile[],
) {
  const process = await seenProcess(db, (params as { slug: string }).slug)
  try {
    const told = tellOf(await readFiles(store, files))
    const id = newId<'deliberation-import'>(clock.now().getTime())
    const one = {
      ...{
        id,
        process: process.id,
        title: cleanText(title).text.trim(),
        origin: cleanText(origin).text.trim(),
      },
      ...{ language, files, told, state: 'proposed' as const, deliberation: undefined },
      ...{ by: viewer.person, at: clock.now() },
    }
    await db.transaction().execute((tx) => insertImport(tx, one))
    return { id }
  } catch (error) {
    if (error instanceof PolisProblem) return { said: error.message }
    throw error
  }
}

function checkRoutes(app: App, { db, clock }: TakingServices, config: Config) {
  const path = `${list}/:import`
  const find = async ({ params }: FastifyRequest) => {
    const { slug, import: typed } = params as { slug: string; import: string }
    const process = await seenProcess(db, slug)
    const id = parseId<'deliberation-import'>(typed)
    const one = id && (await findDeliberationImport(db, id))
    if (one?.process !== process.id || one.state === 'left') throw new NotFound('No such import.')
    return { process, one }
  }

  app.get(path, { config, schema: { params: Named } }, async (request, reply) => {
    const props = await find(request)
    reply.header('cache-control', 'private, no-store')
    return sendPage(reply, <CheckPage {...props} now={clock.now()} />)
  })

  const Act = Type.Object({ act: Type.Enum(['take', 'leave']) }, { additionalProperties: false })
  const schema = { params: Named, body: Act, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config, schema }, async (request, reply) => {
    const { process, one } = await find(request)
    const leave = request.body.act === 'leave'
    await db.transaction().execute((tx) => moveImport(tx, one.id, 'proposed', leave ? 'left' : 'waiting'))
    const here = `/processes/${process.slug}/deliberations`
    return reply.redirect(leave ? here : `${here}/import/${one.id}`, 303)
  })
}
