import { hashOfCode, newCode, readCode } from '../../../docket/index.ts'
import type { Actor } from '../../../participants/index.ts'
import { type Standing, standingOf } from '../../deliberations/eligible.ts'
import { deliberationAddress, stateOf } from '../../deliberations/model.ts'
import type { Seen } from '../../deliberations/seen.ts'
import type { Voter } from '../model.ts'
import type { VotingServices } from '../services.ts'
import type { WordKey } from '../words.ts'

const NAME = 'deliberation-code'
const YEAR = 365 * 24 * 3600

interface CookieRequest {
  cookies: Record<string, string | undefined>
  headers: Record<string, string | string[] | undefined>
}

interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown
}

/** The resume code that a browser keeps, or that a program or a form sends. */
export function codeIn({ cookies, headers }: CookieRequest, typed?: string): string | undefined {
  const header = headers['resume-code']
  return readCode(cookies[NAME] ?? typed ?? (typeof header === 'string' ? header : ''))
}

/** The code goes with this deliberation's pages alone. */
export function keepCode(
  reply: CookieReply,
  { origin }: Pick<VotingServices, 'origin'>,
  { process, deliberation }: Seen,
  code: string,
): void {
  const path = deliberationAddress(process.slug, deliberation.number)
  const secure = origin.startsWith('https:')
  reply.setCookie(NAME, code, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR })
}

/** Who votes: the person who is signed in, or whoever holds the code. */
export interface Who {
  voter: Voter
  /** Nothing where they are signed in. */
  code: string | undefined
}

/** Somebody who brings no code gets one; it becomes a participant's with their first vote. */
export function whoIs({ person }: Actor, code: string | undefined, standing?: Standing): Who {
  const organisation = standing?.may ? standing.organisation : undefined
  if (person !== undefined) return { voter: { person, organisation, codeHash: undefined }, code: undefined }
  const own = code ?? newCode()
  return { voter: { person, organisation, codeHash: hashOfCode(own) }, code: own }
}

/** Whether votes are taken now from this person; else why not. */
export async function mayVote(
  { db, clock }: VotingServices,
  { deliberation }: Seen,
  viewer: Actor,
): Promise<{ standing: Standing } | { why: WordKey }> {
  const state = stateOf(deliberation, clock.now())
  if (state !== 'open') return { why: state }
  const standing = await standingOf(db, deliberation, viewer, clock.now())
  return standing.may ? { standing } : { why: `may-${standing.why}` }
}
