import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { decidingRoutes } from './deciding/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'
import type { PostingServices } from './services.ts'

/** What moderators do with what was sent. */
export const postingRoutes: FastifyPluginAsyncTypebox<PostingServices> = async (app, services) => {
  app.register(queueRoutes, services)
  app.register(decidingRoutes, services)
}
