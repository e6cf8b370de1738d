import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { deskRoutes } from './desk/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'
import type { DeskServices } from './services.ts'

/** What analysts do with the comments of a request. */
export const codingRoutes: FastifyPluginAsyncTypebox<DeskServices> = async (app, services) => {
  app.register(queueRoutes, services)
  app.register(deskRoutes, services)
}
