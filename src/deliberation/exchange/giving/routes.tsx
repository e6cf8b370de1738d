import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import { zipTo } from '../../../platform/files/index.ts'
import { longDownloads, sendPage } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import { DeliberationAddress } from '../../deliberations/schemas.ts'
import { type Seen, seenDeliberation } from '../../deliberations/seen.ts'
import { findMap, type OpinionsDatabase } from '../../opinions/store.ts'
import { FilesPage } from '../pages/files-page.tsx'
import { givenFiles } from './export-files.ts'
import { gather } from './gather.ts'

type ExchangeServices = Services<OpinionsDatabase>

const path = '/processes/:slug/deliberations/:deliberation/files'
const config = { action: 'vote.read' }
const params = DeliberationAddress
const Named = Type.Object({ ...DeliberationAddress.properties, file: Type.String({ maxLength: 60 }) })

const nameOf = ({ process, deliberation }: Seen) => `${process.slug}-deliberation-${deliberation.number}`

/** A deliberation as flat files: the tables that Polis exports, what they hold, and on what terms. */
export const exchangeRoutes: FastifyPluginAsyncTypebox<ExchangeServices> = async (app, services) => {
  const { db, clock } = services
  const download = longDownloads()
  const find = ({ viewer, params: address }: FastifyRequest) =>
    seenDeliberation(db, viewer, address as { slug: string; deliberation: string })

  app.get(path, { config, schema: { params } }, async (request, reply) =>
    sendPage(reply, <FilesPage {...(await find(request))} now={clock.now()} />),
  )

  app.get(`${path}/all.zip`, { config, schema: { params } }, async (request, reply) => {
    const seen = await find(request)
    const archive = download(request.ip, async (write) => {
      const zip = zipTo(write, clock.now())
      const given = await giveOut(services, seen)
      for (const [name, file] of givenFiles) await zip.file(name, async (push) => push(file.write(given)))
      await zip.end()
    })
    reply.header('content-disposition', `attachment; filename="${nameOf(seen)}.zip"`)
    return reply.type('application/zip').send(archive)
  })

  app.get(`${path}/:file`, { config, schema: { params: Named } }, async (request, reply) => {
    const file = givenFiles.get(request.params.file)
    const seen = await find(request)
    if (!file) throw new NotFound('No such file.')
    const table = download(request.ip, async (write) => write(file.write(await giveOut(services, seen))))
    reply.header('content-disposition', `attachment; filename="${nameOf(seen)}-${request.params.file}"`)
    return reply.type(file.mediaType).send(table)
  })
}

async function giveOut({ db, clock, origin }: ExchangeServices, seen: Seen) {
  const told = await gather(db, seen, origin)
  const counts = {
    participants: told.log.participants.length,
    statements: told.statements.length,
    votes: told.log.value.length,
  }
  const version = (await findMap(db, seen.deliberation.id))?.version
  return { seen, told, made: { origin, at: clock.now(), counts, version } }
}
