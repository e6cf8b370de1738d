import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { type ErrorPage, installErrors, type ProblemTitle } from './errors.ts'
import { installLocale } from './locale.ts'
import type { PageRenderer } from './pages.ts'
import { parseForm, utf8Text } from './parse-form.ts'
import { installSecurity } from './security.ts'

export interface ServerOptions {
  origin: string
  /** Sites of others whose scripts may use the API; none unless they are named. */
  allowedOrigins?: readonly string[]
  cookieSecret: Buffer
  logger: FastifyServerOptions['logger']
  trustProxy: boolean
  renderPage: PageRenderer
  errorPage: ErrorPage
  problemTitle?: ProblemTitle
}

const MEGABYTE = 1024 * 1024

/** Bodies are read from their bytes, since text of another encoding is to be refused and not replaced. */
function installParsers(app: FastifyInstance): void {
  const json = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) =>
    json(request, utf8Text(body), done),
  )
  const form = { parseAs: 'buffer', bodyLimit: 2 * MEGABYTE } as const
  app.addContentTypeParser('application/x-www-form-urlencoded', form, (_request, body: Buffer, done) =>
    done(null, parseForm(body)),
  )
}

/** An address that cannot be decoded leads nowhere, by the way of every other address that does. */
function readableAddress({ url = '/' }: { url?: string | undefined }): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return url
  } catch {
    return '/unreadable-address'
  }
}

/** A server that validates strictly: the defaults drop unknown keys and turn numbers into strings without a word. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy,
    bodyLimit: 4 * MEGABYTE,
    requestTimeout: 120_000,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
    rewriteUrl: readableAddress,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.decorate('renderPage', options.renderPage)
  installLocale(app)
  installSecurity(app, { own: options.origin, allowed: options.allowedOrigins ?? [] })
  installErrors(app, options.errorPage, options.problemTitle)
  app.register(cookie, { secret: options.cookieSecret })
  installParsers(app)
  app.register(multipart, { limits: { fileSize: 25 * MEGABYTE, files: 10, fields: 500, fieldSize: 400_000 } })
  app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  return app
}
