import { formAddress } from './pages/props.ts'
import type { Intake } from './services.ts'

const DRAFT = 'draft'

interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown
  clearCookie(name: string, options: object): unknown
}

/** The browser keeps the resume code until it is closed, for this form alone: a reload loses nothing. */
export function rememberDraft(
  reply: CookieReply,
  { origin }: Pick<Intake, 'origin'>,
  docket: string,
  code: string,
): void {
  const secure = origin.startsWith('https:')
  reply.setCookie(DRAFT, code, { path: formAddress({ docket }), httpOnly: true, sameSite: 'lax', secure })
}

export function forgetDraftCookie(reply: CookieReply, docket: string): void {
  reply.clearCookie(DRAFT, { path: formAddress({ docket }) })
}

export const draftIn = ({ cookies }: { cookies: Record<string, string | undefined> }): string | undefined =>
  cookies[DRAFT]
