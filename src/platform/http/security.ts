import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
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

/** Lets other sites show this answer within their pages; it must depend on nobody who is signed in. */
export const mayBeFramed = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', CONTENT_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'))
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('x-frame-options')

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Where pages may come from that send to this installation. */
export interface Origins {
  own: string
  /** Sites of others whose scripts may use the API. They act for nobody: a browser sends them no session. */
  allowed: readonly string[]
}

/** Lets a listed site use the API; answers whether the request comes from one. */
function greetSite({ url, headers }: FastifyRequest, reply: FastifyReply, { allowed }: Origins): boolean {
  if (!url.startsWith('/api/') || allowed.length === 0) return false
  reply.header('vary', 'Origin')
  if (headers.origin === undefined || !allowed.includes(headers.origin)) return false
  reply.headers({
    'access-control-allow-origin': headers.origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'Content-Type, Idempotency-Key',
    'access-control-expose-headers': 'Retry-After',
    'cross-origin-resource-policy': 'cross-origin',
  })
  return true
}

/** A browser says where a form was sent from; programs without a browser's cookies say nothing and are let through. */
function comesFromElsewhere({ headers }: FastifyRequest, origin: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return headers.origin !== undefined && headers.origin !== 'null' && headers.origin !== origin
}

export function installSecurity(app: FastifyInstance, origins: Origins): void {
  const always = origins.own.startsWith('https:')
    ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000' }
    : HEADERS
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(always)
    const greeted = greetSite(request, reply, origins)
    if (greeted && request.method === 'OPTIONS') return reply.code(204).send()
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (writes && !greeted && comesFromElsewhere(request, origins.own))
      throw new Forbidden('sent from another site')
    return undefined
  })
}
