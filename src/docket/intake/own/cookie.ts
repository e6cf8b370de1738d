import type { Intake } from '../services.ts'

const KEY = 'comment-key'
const HOUR = 3600

/** What of a reply is needed to have a browser keep a comment key for an hour. */
interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown
  clearCookie(name: string, options: object): unknown
}

interface CookieRequest {
  cookies: Record<string, string | undefined>
  headers: Record<string, string | string[] | undefined>
}

const pathOf = (number: string) => `/comments/${encodeURIComponent(number)}`

/** The key travels in a cookie of this comment's pages, so that no address, log or referrer holds it. */
export function rememberKey(
  reply: CookieReply,
  { origin }: Pick<Intake, 'origin'>,
  number: string,
  key: string,
) {
  const secure = origin.startsWith('https:')
  reply.setCookie(KEY, key, { path: pathOf(number), httpOnly: true, sameSite: 'lax', secure, maxAge: HOUR })
}

export function forgetKey(reply: CookieReply, number: string): void {
  reply.clearCookie(KEY, { path: pathOf(number) })
}

/** The key as a browser keeps it, or as a program sends it in a header. */
export function keyIn({ cookies, headers }: CookieRequest): string {
  const header = headers['comment-key']
  return cookies[KEY] ?? (typeof header === 'string' ? header : '')
}
