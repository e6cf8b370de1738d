import type { Services } from '../../platform/services.ts'
import { after } from '../../platform/time.ts'
import { type Actor, guest, type Role } from '../model.ts'
import type { HeldRole } from '../people/model.ts'
import { listRoles } from '../people/store.ts'
import type { PeopleTables } from '../people/tables.ts'
import { SEEN_EVERY, SESSION_LIFE } from './model.ts'
import { hashOf } from './secret.ts'
import { findSignedIn, markSeen, type SignedIn } from './store.ts'
import type { SignInTables } from './tables.ts'

type Cookies = Readonly<Record<string, string | undefined>>
type SignInServices = Services<SignInTables & PeopleTables>

/** On https the `__Host-` prefix keeps a neighbouring host from planting a session (RFC 6265bis §4.1.3.2). */
export function sessionCookie(origin: string) {
  const secure = origin.startsWith('https:')
  const name = secure ? '__Host-parley' : 'parley'
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_LIFE / 1000 } as const
  return { name, options }
}

function actorOf({ person, name }: SignedIn, roles: readonly HeldRole[]): Actor {
  const everywhere = new Set<Role>()
  const inProcess = new Map<string, Set<Role>>()
  for (const { role, process } of roles) {
    if (process === undefined) everywhere.add(role)
    else inProcess.set(process, new Set(inProcess.get(process)).add(role))
  }
  return { person, name, everywhere, inProcess }
}

/** The session that the cookie names, while it holds. */
export async function findSession(
  { db, clock, origin }: SignInServices,
  cookies: Cookies,
): Promise<SignedIn | undefined> {
  const secret = cookies[sessionCookie(origin).name]
  return secret ? findSignedIn(db, hashOf(secret), clock.now()) : undefined
}

/** Who asks, by the session cookie; a guest where there is none, or none that holds. */
export async function viewerOf(services: SignInServices, cookies: Cookies): Promise<Actor> {
  const signedIn = await findSession(services, cookies)
  if (!signedIn) return guest
  const { db, clock } = services
  const now = clock.now()
  if (signedIn.lastSeenAt < after(now, -SEEN_EVERY)) {
    await db.transaction().execute((tx) => markSeen(tx, signedIn.session, now))
  }
  return actorOf(signedIn, await listRoles(db, signedIn.person))
}
