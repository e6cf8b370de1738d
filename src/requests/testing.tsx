import { renderToString } from 'preact-render-to-string'
import { type Actor, guest, installGate, type ParticipantsTables, type Role } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { type Assets, ChromeProvider } from '../platform/html/index.ts'
import { buildServer } from '../platform/http/index.ts'
import { defaultLocale, LocaleProvider } from '../platform/i18n/index.ts'
import { newId } from '../platform/id.ts'
import { processesPolicy, processesRoutes } from '../processes/index.ts'
import type { RecordTables } from '../record/index.ts'
import {
  makingRoutes,
  type PapersServices,
  papersRoutes,
  processParts,
  repliesRoutes,
  requestsApi,
  requestsPolicy,
  requestsRoutes,
} from './index.ts'
import type { Tables } from './seen.ts'

export const secretary: Actor = {
  ...guest,
  person: newId<'person'>(0),
  name: 'Sol',
  everywhere: new Set<Role>(['secretariat']),
}

const nothing: Assets = { stylesheet: '/assets/parley.css', islands: {} }

export interface TestServices extends PapersServices {
  db: Db<Tables & ParticipantsTables & RecordTables>
}

/** Processes and requests as the house serves them, to whoever `as` names; for tests only. */
export function appFor(services: TestServices, as: () => Actor, assets: Assets = nothing) {
  const chrome = { locale: defaultLocale, installation: 'Example', path: '/', assets }
  const app = buildServer({
    origin: services.origin,
    cookieSecret: Buffer.alloc(32),
    logger: false,
    trustProxy: false,
    renderPage: async (_request, page) =>
      `<!doctype html>${renderToString(
        <ChromeProvider value={chrome}>
          <LocaleProvider locale={defaultLocale}>{page}</LocaleProvider>
        </ChromeProvider>,
      )}`,
    errorPage: (kind) => <p>{kind}</p>,
  })
  installGate(app, { policy: [...processesPolicy, ...requestsPolicy], viewerOf: async () => as() })
  app.register(processesRoutes, { ...services, parts: processParts(services) })
  app.register(requestsRoutes, { ...services, parts: [] })
  for (const routes of [makingRoutes, requestsApi, repliesRoutes]) app.register(routes, services)
  app.register(papersRoutes, services)
  return app
}
