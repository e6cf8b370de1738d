import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { decidingRoutes } from './deciding/routes.tsx'
import { lookUpRoutes } from './look-up/routes.tsx'
import { makingClaimRoutes } from './making/routes.tsx'
import type { ClaimsServices } from './services.ts'
import { vouchingRoutes } from './vouching/routes.tsx'

/** What those do whose name was used. */
export const claimsRoutes: FastifyPluginAsyncTypebox<ClaimsServices> = async (app, services) => {
  app.register(lookUpRoutes, services)
  app.register(makingClaimRoutes, services)
  app.register(decidingRoutes, services)
  app.register(vouchingRoutes, services)
}
