import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { NotFound } from '../../platform/errors.ts'
import { longDownloads, sendDownload, sendPage } from '../../platform/http/index.ts'
import { findProcess } from '../../processes/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { askedOf } from '../reading/asked.ts'
import { looksInside } from '../reading/model.ts'
import { ListQuery } from '../reading/schemas.ts'
import { byteOrderMark } from './csv.ts'
import { formats, isFormat, writeTable } from './formats.ts'
import type { NightlyServices } from './make-datasets.ts'
import { nameOf, type Scope } from './model.ts'
import { DatasetPage } from './pages/dataset-page.tsx'
import { listRows } from './rows.ts'
import { docketScope, processScope } from './scopes.ts'
import { findDataset } from './store.ts'
import { writeDataset } from './write-dataset.ts'

const config = { action: 'comment.list' }
const About = Type.Object({ about: Type.String({ maxLength: 100 }) })
const Named = Type.Object({ ...About.properties, file: Type.String({ maxLength: 60 }) })
const Narrowed = Type.Object({ ...ListQuery.properties, bom: Type.Optional(Type.Enum(['', 'yes'])) })

type App = Parameters<FastifyPluginAsyncTypebox<NightlyServices>>[0]
type ScopeOf = (request: FastifyRequest, about: string) => Promise<Scope>

const asFile = (reply: FastifyReply, name: string, mediaType: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`).type(mediaType)

/** Dockets and processes as files. What a list narrows, its files narrow too; left alone they hold all that may be told. */
export const datasetRoutes: FastifyPluginAsyncTypebox<NightlyServices> = async (app, services) => {
  const { db } = services
  const download = longDownloads()
  offer(app, services, download, '/requests/:about/dataset', async ({ viewer }, docket) =>
    docketScope(await findSeenRequest(db, viewer, docket)),
  )
  offer(app, services, download, '/processes/:about/dataset', async (_, slug) => {
    const process = await findProcess(db, slug)
    if (!process?.publishedAt) throw new NotFound('No such process.')
    return processScope(db, process)
  })
}

function offer(
  app: App,
  services: NightlyServices,
  download: ReturnType<typeof longDownloads>,
  path: string,
  scopeOf: ScopeOf,
) {
  const { db, origin, files, clock } = services

  app.get(path, { config, schema: { params: About } }, async (request, reply) => {
    const scope = await scopeOf(request, request.params.about)
    const nightly = await findDataset(db, scope)
    return sendPage(reply, <DatasetPage scope={scope} nightly={nightly} now={clock.now()} />)
  })

  app.get(`${path}/nightly.zip`, { config, schema: { params: About } }, async (request, reply) => {
    const scope = await scopeOf(request, request.params.about)
    const made = await findDataset(db, scope)
    if (!made) throw new NotFound('No archive was made yet.')
    const file = { name: `${nameOf(scope)}.zip`, mediaType: 'application/zip', bytes: made.bytes }
    return sendDownload(reply, file, await files.read(made.sha256))
  })

  app.get(`${path}/dataset.zip`, { config, schema: { params: About } }, async (request, reply) => {
    const scope = await scopeOf(request, request.params.about)
    const archive = download(request.ip, async (write) => {
      await writeDataset(services, scope, write)
    })
    return asFile(reply, `${nameOf(scope)}.zip`, 'application/zip').send(archive)
  })

  const schema = { params: Named, querystring: Narrowed }
  app.get(`${path}/:file`, { config, schema }, async (request, reply) => {
    const { about, file } = request.params
    if (!isFormat(file)) throw new NotFound('No such file.')
    const scope = await scopeOf(request, about)
    const rows = listRows(db, scope.requests, filtersOf(request.query), origin)
    const table = download(request.ip, async (write) => {
      if (request.query.bom === 'yes') await write(byteOrderMark)
      await writeTable(write, file, scope, rows)
    })
    return asFile(reply, `${nameOf(scope)}-${file}`, formats[file].mediaType).send(table)
  })
}

function filtersOf(query: Static<typeof Narrowed>) {
  const { filters } = askedOf(query)
  return filters.state || looksInside(filters) ? filters : { ...filters, state: 'all' as const }
}
