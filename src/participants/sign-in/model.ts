import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

export type SessionId = Id<'session'>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const LINK_LIFE = 15 * MINUTE
/** A mailbox is not to be flooded by someone who knows its address, nor its owner kept out by them. */
export const LINKS_AT_ONCE = { fromOnePlace: 3, inAll: 20 }
export const SESSION_LIFE = 90 * DAY
export const SESSION_IDLE = 14 * DAY
/** A session is noted as seen at most this often, so that reading pages does not write each time. */
export const SEEN_EVERY = 5 * MINUTE

export interface Session {
  id: SessionId
  browser: string
  startedAt: Instant
  lastSeenAt: Instant
}

const NOWHERE = 'http://nowhere.invalid'

/** Where to go after signing in: a path of this installation, and nothing that a browser would take for another. */
export function ownPath(text: string | undefined): string {
  if (!text?.startsWith('/') || !URL.canParse(text, NOWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, NOWHERE)
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}

const browsers = { Firefox: 'Firefox', Edg: 'Edge', OPR: 'Opera', Chrome: 'Chrome', Safari: 'Safari' }
const systems = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'Windows',
  'Mac OS X': 'macOS',
  Linux: 'Linux',
}

const firstIn = (agent: string, names: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(names).find(([mark]) => agent.includes(mark))?.[1]

/** A browser's long account of itself, cut to what a person knows a session by: “Firefox, Linux”. */
export function browserName(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  return [firstIn(agent, browsers), firstIn(agent, systems)].filter(Boolean).join(', ')
}
