import type { Actor } from '../../../participants/index.ts'
import { localeFor } from '../../../platform/i18n/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { appendAll } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { entryOf } from '../making/entry-of.ts'
import type { ClaimId, Outcome } from '../model.ts'
import type { ClaimsServices } from '../services.ts'
import { words } from '../words.ts'
import type { Answered } from './check-answer.ts'
import type { findClaim, listClaimedIn } from './store.ts'
import { settle } from './store.ts'
import { Undone, uphold } from './uphold.ts'

export interface Decision extends Answered {
  request: RequestForComment
  claim: NonNullable<Awaited<ReturnType<typeof findClaim>>> & { id: ClaimId }
  meant: Awaited<ReturnType<typeof listClaimedIn>>
}

function letter(decision: Decision, contact: string | undefined, origin: string) {
  const { meant, comments, outcome, answer, request } = decision
  const t = words.in(localeFor(request.language))
  const chosen = meant.filter(({ id }) => comments.includes(id))
  const values = {
    count: chosen.length,
    numbers: chosen.map(({ number }) => `${origin}/comments/${number}`).join('\n'),
    title: request.title,
    answer,
    contact: contact ?? '',
  }
  const goOn = contact ? 'answerGoOnMail' : 'answerGoOn'
  const parts = [t(`answer-${outcome}`, values), answer, t(goOn, values)]
  return { subject: t('answerSubject', values), body: parts.filter(Boolean).join('\n\n') }
}

const kinds = {
  'name-taken-off': 'claim-upheld',
  withheld: 'claim-upheld',
  rejected: 'claim-rejected',
} as const satisfies Record<Outcome, string>

/** Decides about comments of a claim: what follows for them, entries and the letter stand or fall together. */
export async function decideClaim(
  { db, clock, contact, origin }: ClaimsServices,
  moderator: Actor,
  decision: Decision,
): Promise<'decided' | Undone['why']> {
  const { claim, comments, outcome, answer, meant } = decision
  const [at, by]: [Instant, Actor['person']] = [clock.now(), moderator.person]
  const chosen = meant.filter(({ id }) => comments.includes(id))
  try {
    return await db.transaction().execute(async (tx): Promise<'decided'> => {
      const settled = await settle(tx, claim.id, comments, { outcome, answer, by, at })
      if (settled !== comments.length) throw new Undone('not-as-seen')
      if (outcome !== 'rejected') {
        for (const one of chosen)
          await uphold(tx, moderator, { ...decision, outcome, number: one.number, at })
      }
      await appendAll(
        tx,
        chosen.map((one) => ({ ...entryOf(kinds[outcome], claim.id, one, at), by })),
      )
      await queueMail(tx, { to: claim.email, ...letter(decision, contact, origin) }, at)
      return 'decided'
    })
  } catch (error) {
    if (error instanceof Undone) return error.why
    throw error
  }
}
