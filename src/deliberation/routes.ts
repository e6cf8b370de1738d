import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { defenceRoutes } from './defence/routes.tsx'
import { deliberationsRoutes } from './deliberations/routes.tsx'
import { exchangeRoutes } from './exchange/giving/routes.tsx'
import { type TakingServices, takingRoutes } from './exchange/taking/routes.tsx'
import { opinionsRoutes } from './opinions/routes.tsx'
import { receiptRoutes } from './sealing/routes.tsx'
import { statementsRoutes } from './statements/routes.tsx'
import { votingRoutes } from './voting/routes.tsx'
import type { VotingServices } from './voting/services.ts'

export type DeliberationServices = TakingServices & Pick<VotingServices, 'log'>

/** All rooms of deliberations, from the list of them to what their votes show. */
export const deliberationRoutes: FastifyPluginAsyncTypebox<DeliberationServices> = async (app, services) => {
  app.register(deliberationsRoutes, services)
  app.register(statementsRoutes, services)
  app.register(votingRoutes, services)
  app.register(receiptRoutes, services)
  app.register(defenceRoutes, services)
  app.register(opinionsRoutes, services)
  app.register(exchangeRoutes, services)
  app.register(takingRoutes, services)
}
