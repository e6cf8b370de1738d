import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { sayLocale } from './locale.ts'

/** Dresses a page for this request (header, language, footer) and writes it as HTML. */
export type PageRenderer = (request: FastifyRequest, page: VNode) => Promise<string>

declare module 'fastify' {
  interface FastifyInstance {
    renderPage: PageRenderer
  }
}

/** Sends a page: the whole document, working before any script arrives. */
export async function sendPage(reply: FastifyReply, page: VNode, status = 200): Promise<FastifyReply> {
  const html = await reply.server.renderPage(reply.request, page)
  reply.header('cache-control', 'private, no-cache')
  sayLocale(reply, reply.request.protocol === 'https')
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** Whether the caller is a program that wants JSON rather than a person with a browser. */
export function isJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || (request.headers.accept ?? '').startsWith('application/json')
}
