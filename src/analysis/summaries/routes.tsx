import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answeringRoutes } from './contests/answering/routes.tsx'
import { contestingRoutes } from './contests/making/routes.tsx'
import { draftingRoutes } from './drafting/routes.tsx'
import { publishingRoutes } from './publishing/routes.tsx'
import { summaryReadingRoutes } from './reading/routes.tsx'
import type { SummariesServices } from './services.ts'

/** Summaries of what is posted: written, checked, published, contested and corrected. */
export const summariesRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  app.register(summaryReadingRoutes, services)
  app.register(draftingRoutes, services)
  app.register(publishingRoutes, services)
  app.register(contestingRoutes, services)
  app.register(answeringRoutes, services)
}
