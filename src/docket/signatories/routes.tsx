import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answeringRoutes } from './answering/routes.tsx'
import { joiningRoutes } from './joining/routes.tsx'
import { moderatingSignatoriesRoutes } from './moderating/routes.tsx'
import { ownSignatoriesRoutes } from './own/routes.tsx'
import type { SignatoriesServices } from './services.ts'

/** What becomes of the names under a joint comment. */
export const signatoriesRoutes: FastifyPluginAsyncTypebox<SignatoriesServices> = async (app, services) => {
  app.register(answeringRoutes, services)
  app.register(ownSignatoriesRoutes, services)
  app.register(joiningRoutes, services)
  app.register(moderatingSignatoriesRoutes, services)
}
