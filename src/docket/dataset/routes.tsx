import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../platform/errors.ts'
import { longDownloads, sendDownload, sendPage } from '../../platform/http/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { askedOf } from '../reading/asked.ts'
import { looksInside } from '../reading/model.ts'
import { ListQuery } from '../reading/schemas.ts'
import { byteOrderMark } from './csv.ts'
import { formats, isFormat } from './formats.ts'
import type { NightlyServices } from './make-datasets.ts'
import { DatasetPage } from './pages/dataset-page.tsx'
import { listBodies } from './rows.ts'
import { findDataset } from './store.ts'
import { writeDataset } from './write-dataset.ts'

const config = { action: 'comment.list' }
const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Named = Type.Object({ ...Docket.properties, file: Type.String({ maxLength: 60 }) })
const Narrowed = Type.Object({ ...ListQuery.properties, bom: Type.Optional(Type.Enum(['', 'yes'])) })

const asFile = (reply: FastifyReply, name: string, mediaType: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`).type(mediaType)

/** The docket as files. What a list narrows, its files narrow too; left alone they hold all that may be told. */
export const datasetRoutes: FastifyPluginAsyncTypebox<NightlyServices> = async (app, services) => {
  const { db, origin, files, clock } = services
  const download = longDownloads()
  const path = '/requests/:docket/dataset'

  app.get(path, { config, schema: { params: Docket } }, async (request, reply) => {
    const seen = await findSeenRequest(db, request.viewer, request.params.docket)
    const nightly = await findDataset(db, seen.request.id)
    return sendPage(reply, <DatasetPage {...seen} nightly={nightly} now={clock.now()} />)
  })

  app.get(`${path}/nightly.zip`, { config, schema: { params: Docket } }, async (request, reply) => {
    const { request: found } = await findSeenRequest(db, request.viewer, request.params.docket)
    const made = await findDataset(db, found.id)
    if (!made) throw new NotFound('No archive was made yet.')
    const file = { name: `${found.docket}.zip`, mediaType: 'application/zip', bytes: made.bytes }
    return sendDownload(reply, file, await files.read(made.sha256))
  })

  app.get(`${path}/dataset.zip`, { config, schema: { params: Docket } }, async (request, reply) => {
    const seen = await findSeenRequest(db, request.viewer, request.params.docket)
    const archive = download(request.ip, async (write) => {
      await writeDataset(services, seen, write)
    })
    return asFile(reply, `${seen.request.docket}.zip`, 'application/zip').send(archive)
  })

  app.get(
    `${path}/:file`,
    { config, schema: { params: Named, querystring: Narrowed } },
    async (request, reply) => {
      const { docket, file } = request.params
      if (!isFormat(file)) throw new NotFound('No such file.')
      const seen = await findSeenRequest(db, request.viewer, docket)
      const { filters } = askedOf(request.query)
      const asked = filters.state || looksInside(filters) ? filters : { ...filters, state: 'all' as const }
      const table = download(request.ip, async (write) => {
        if (request.query.bom === 'yes') await write(byteOrderMark)
        await formats[file].write(write, listBodies(db, seen.request, asked, origin), seen)
      })
      return asFile(reply, `${docket}-${file}`, formats[file].mediaType).send(table)
    },
  )
}
