import type { Actor } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { localeFor } from '../../../platform/i18n/index.ts'
import { type MailTables, queueMail } from '../../../platform/mail/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { appendAll } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { PostingTables } from '../../posting/decide-comment.ts'
import { findAddressed } from '../../posting/store.ts'
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

/** Tells the sender that the name went off; of a comment that is withheld the decision itself sends a letter. */
async function tellSender(
  tx: Tx<PostingTables & MailTables>,
  { id }: Decision['meant'][number],
  { contact, origin }: Pick<ClaimsServices, 'contact' | 'origin'>,
  at: Instant,
): Promise<void> {
  const addressed = await findAddressed(tx, id)
  if (!addressed) return
  const { number, email, language } = addressed
  const t = words.in(localeFor(language))
  const values = { number, address: `${origin}/comments/${number}`, contact: contact ?? '' }
  const objecting = t(contact ? 'senderObjectMail' : 'senderObject', values)
  const body = [t('senderNameOff', values), objecting].join('\n\n')
  await queueMail(tx, { to: email, subject: t('senderSubject', values), body }, at)
}

interface Followed extends Decision {
  outcome: Exclude<Outcome, 'rejected'>
  chosen: Decision['meant']
  at: Instant
}

/** What an upheld claim leads to, comment by comment. */
async function follow(
  tx: Tx<PostingTables & MailTables>,
  moderator: Actor,
  services: Pick<ClaimsServices, 'contact' | 'origin'>,
  { chosen, ...followed }: Followed,
): Promise<void> {
  for (const one of chosen) {
    await uphold(tx, moderator, { ...followed, number: one.number })
    if (followed.outcome === 'name-taken-off') await tellSender(tx, one, services, followed.at)
  }
}

const kinds = {
  'name-taken-off': 'claim-upheld',
  withheld: 'claim-upheld',
  rejected: 'claim-rejected',
} as const satisfies Record<Outcome, string>

/** Decides about comments of a claim: what follows for them, entries and the letter stand or fall together. */
export async function decideClaim(
  services: ClaimsServices,
  moderator: Actor,
  decision: Decision,
): Promise<'decided' | Undone['why']> {
  const { db, clock, contact, origin } = services
  const { claim, comments, outcome, answer, meant } = decision
  const [at, by]: [Instant, Actor['person']] = [clock.now(), moderator.person]
  const chosen = meant.filter(({ id }) => comments.includes(id))
  try {
    return await db.transaction().execute(async (tx): Promise<'decided'> => {
      const settled = await settle(tx, claim.id, comments, { outcome, answer, by, at })
      if (settled !== comments.length) throw new Undone('not-as-seen')
      if (outcome !== 'rejected') await follow(tx, moderator, services, { ...decision, outcome, chosen, at })
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
