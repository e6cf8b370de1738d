import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { type ErrorPage, installErrors } from './errors.ts'
import type { PageRenderer } from './pages.ts'
import { installSecurity } from './security.ts'

export interface ServerOptions {
  origin: string
  cookieSecret: Buffer
  logger: FastifyServerOptions['logger']
  trustProxy: boolean
  renderPage: PageRenderer
  errorPage: ErrorPage
}

const MEGABYTE = 1024 * 1024

/** Repeated fields become arrays, others strings; names like `__proto__` stay plain keys of an object without prototype. */
function parseForm(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

/** A server that validates strictly: the defaults drop unknown keys and turn numbers into strings without a word. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy,
    bodyLimit: 4 * MEGABYTE,
    requestTimeout: 120_000,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.decorate('renderPage', options.renderPage)
  installSecurity(app, options.origin)
  installErrors(app, options.errorPage)
  app.register(cookie, { secret: options.cookieSecret })
  app.register(formbody, { parser: parseForm, bodyLimit: 2 * MEGABYTE })
  app.register(multipart, { limits: { fileSize: 25 * MEGABYTE, files: 10, fields: 500, fieldSize: 400_000 } })
  app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  return app
}
