import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answeringRoutes } from './answering/routes.tsx'
import { makingRoutes } from './making/routes.tsx'
import type { ObjectionsServices } from './services.ts'

/** The sender's word against what was withheld or left out, and the moderators' answer. */
export const objectionsRoutes: FastifyPluginAsyncTypebox<ObjectionsServices> = async (app, services) => {
  app.register(makingRoutes, services)
  app.register(answeringRoutes, services)
}
