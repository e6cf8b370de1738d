import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden } from '../platform/errors.ts'
import { isAway } from '../platform/http/index.ts'
import { type Actor, type Circumstances, decide, guest, type PolicyRow } from './model.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The row of the policy table that this route asks for; a route without one does not start. */
    action?: string
    /** Finds where the act happens; asked before the handler runs. */
    circumstances?: (request: FastifyRequest) => Promise<Circumstances>
  }
  interface FastifyRequest {
    viewer: Actor
    circumstances: Circumstances
  }
}

/** A route as the policy table sees it: for pages that show permissions and for the test that walks them all. */
export interface GatedRoute {
  method: string
  url: string
  action: string
  /** Whether it first finds what the act is about. */
  looked: boolean
}

export interface GateOptions {
  policy: readonly PolicyRow[]
  viewerOf(request: FastifyRequest): Promise<Actor>
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
  if (request.viewer.person || !wantsPage)
    throw new Forbidden(`not allowed: ${request.routeOptions.config.action}`)
  return reply.redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303)
}

/** A form that anyone may send reaches its route even while nobody can look up who sends it: only that keeps its words. */
function asGuest(error: unknown, { method }: FastifyRequest, anyoneMay: boolean): Actor {
  if (method === 'POST' && anyoneMay && isAway(error)) return guest
  throw error
}

/** Puts the policy table before every route: one that names no action, or an unknown one, does not start. */
export function installGate(app: FastifyInstance, { policy, viewerOf }: GateOptions): readonly GatedRoute[] {
  const routes: GatedRoute[] = []
  const known = new Set(policy.map((row) => row.action))
  // Errors before the gate draw a page too, and its reader is a guest then.
  const viewers = new WeakMap<FastifyRequest, Actor>()
  app.decorateRequest('viewer', {
    getter() {
      return viewers.get(this) ?? guest
    },
    setter(viewer: Actor) {
      viewers.set(this, viewer)
    },
  })
  app.decorateRequest('circumstances')
  app.addHook('onRoute', ({ method, url, config }) => {
    const action = config?.action
    if (!action) throw new Error(`The route ${method} ${url} names no action.`)
    if (!known.has(action)) throw new Error(`The route ${method} ${url} names ${action}; no policy row does.`)
    const looked = config?.circumstances !== undefined
    routes.push(...[method].flat().map((one) => ({ method: one, url, action, looked })))
  })
  // Before the form is checked: who may not act learns nothing about how.
  app.addHook('preValidation', async (request, reply) => {
    const { action, circumstances } = request.routeOptions.config
    const anyoneMay = action !== undefined && decide(policy, guest, action, {})
    request.viewer = await viewerOf(request).catch((error) => asGuest(error, request, anyoneMay))
    if (action === undefined) return
    request.circumstances = circumstances ? await circumstances(request) : {}
    if (!decide(policy, request.viewer, action, request.circumstances)) return refuse(request, reply)
  })
  return routes
}
