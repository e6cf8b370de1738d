import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { accountRoutes } from './account/routes.tsx'
import { administrationRoutes } from './administration/routes.tsx'
import type { AdministrationServices } from './administration/services.ts'
import { type DirectoryServices, directoryRoutes } from './directory/routes.tsx'
import { type FirstStartServices, firstStartRoutes } from './first-start/routes.tsx'
import { passkeyRoutes } from './passkeys/routes.tsx'
import type { PasskeyServices } from './passkeys/services.ts'
import { type SignInServices, signInRoutes } from './sign-in/routes.tsx'

export type ParticipantsServices = PasskeyServices &
  FirstStartServices &
  SignInServices &
  AdministrationServices &
  DirectoryServices

export const participantsRoutes: FastifyPluginCallbackTypebox<ParticipantsServices> = (
  app,
  services,
  done,
) => {
  app.register(signInRoutes, services)
  app.register(passkeyRoutes, services)
  app.register(accountRoutes, services)
  app.register(firstStartRoutes, services)
  app.register(administrationRoutes, services)
  app.register(directoryRoutes, services)
  done()
}
