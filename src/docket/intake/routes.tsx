import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { intakeApi } from './api.ts'
import { type IntakeServices, openIntake } from './services.ts'

/** Pages and API share one queue, so that they share commits too. */
export const intakeRoutes: FastifyPluginAsyncTypebox<IntakeServices> = async (app, services) => {
  const intake = openIntake(services)
  app.register(intakeApi, { intake })
}
