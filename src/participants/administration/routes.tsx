import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { sendPage } from '../../platform/http/index.ts'
import { mailboxRoutes } from './mailbox/routes.tsx'
import { organisationsRoutes } from './organisations/routes.tsx'
import { AdministrationPage } from './pages/administration-page.tsx'
import { peopleRoutes } from './people/routes.tsx'
import type { AdministrationServices } from './services.ts'

export const administrationRoutes: FastifyPluginCallbackTypebox<AdministrationServices> = (
  app,
  services,
  done,
) => {
  app.get('/administration', { config: { action: 'administer' } }, (_request, reply) =>
    sendPage(reply, <AdministrationPage mailbox={services.mailbox} />),
  )
  app.register(peopleRoutes, services)
  app.register(organisationsRoutes, services)
  app.register(mailboxRoutes, services)
  done()
}
