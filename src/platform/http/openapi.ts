import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'

const info = {
  title: 'Parley',
  description: 'What programs may read and send. Every answer is as public as the pages are.',
  version: '1',
}

/** Describes the routes below /api/ by the very schemas that check them; pages are for people. */
export function describeApi(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: { openapi: '3.1.0', info },
    transform: ({ schema, url }) => {
      const known: FastifySchema = schema ?? {}
      return { schema: url.startsWith('/api/') ? known : { ...known, hide: true }, url }
    },
  })
}
