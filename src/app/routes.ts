import fixed from '@fastify/static'
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findInstallation, type ParticipantsTables } from '../participants/index.ts'
import type { Assets } from '../platform/html/index.ts'
import type { Services } from '../platform/services.ts'

export interface HouseServices extends Services<ParticipantsTables> {
  assets: Assets
  /** Where the build left stylesheet, icon and islands. */
  assetsFolder: string
}

const config = { action: 'read-house' }
const Asset = Type.Object({ file: Type.String({ pattern: '^[A-Za-z0-9][\\w.-]*$', maxLength: 100 }) })

/** What every page needs and no step of a process owns. */
export const houseRoutes: FastifyPluginCallbackTypebox<HouseServices> = (app, services, done) => {
  const { db, assets, assetsFolder } = services
  app.register(fixed, { root: assetsFolder, serve: false })

  app.get('/assets/:file', { config, schema: { params: Asset } }, (request, reply) =>
    // Names carry a hash of what is in them, so a file never changes under its name.
    reply.sendFile(request.params.file, { maxAge: '365d', immutable: true }),
  )

  app.get('/favicon.ico', { config }, (_request, reply) =>
    assets.icon ? reply.redirect(assets.icon, 302) : reply.code(204).send(),
  )

  app.get('/api/openapi.json', { config, schema: { hide: true } }, (_request, reply) =>
    reply.send(app.swagger()),
  )

  app.get('/health', { config }, async (_request, reply) => {
    const founded = (await findInstallation(db)) !== undefined
    return reply.header('cache-control', 'no-store').send({ database: 'answers', founded })
  })
  done()
}
