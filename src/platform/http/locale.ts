import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chooseLocale, isLocale, type Locale } from '../i18n/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The language that whoever asks is answered in. */
    readonly locale: Locale
  }
}

const COOKIE = 'lang'
const YEAR = 31_536_000

const askedIn = ({ query }: FastifyRequest) => (query as { lang?: unknown } | undefined)?.lang

export function installLocale(app: FastifyInstance): void {
  app.decorateRequest('locale', {
    getter(this: FastifyRequest) {
      const accepted = this.headers['accept-language']
      return chooseLocale({ asked: askedIn(this), kept: this.cookies?.[COOKIE], accepted })
    },
  })
}

/** Says what language a page is in and on what that hung, and keeps a language that the address asked for. */
export function sayLocale(reply: FastifyReply, secure: boolean): void {
  const { request } = reply
  reply.header('content-language', request.locale)
  // An answer to a form varies with nothing: a browser that goes back to it shows it from its memory, or not at all.
  if (request.method === 'GET') reply.header('vary', 'Accept-Language, Cookie')
  const asked = askedIn(request)
  if (typeof asked !== 'string' || !isLocale(asked)) return
  reply.setCookie(COOKIE, asked, { path: '/', sameSite: 'lax', httpOnly: true, secure, maxAge: YEAR })
}
