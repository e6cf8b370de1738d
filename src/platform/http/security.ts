import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Forbidden } from '../errors.ts'

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** A browser says where a form was sent from; programs without a browser's cookies say nothing and are let through. */
function comesFromElsewhere({ headers }: FastifyRequest, origin: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return headers.origin !== undefined && headers.origin !== 'null' && headers.origin !== origin
}

export function installSecurity(app: FastifyInstance, origin: string): void {
  const https = origin.startsWith('https:')
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (https) reply.header('strict-transport-security', 'max-age=31536000')
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (writes && comesFromElsewhere(request, origin)) throw new Forbidden('sent from another site')
  })
}
