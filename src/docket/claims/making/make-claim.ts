import { hash } from 'node:crypto'
import { findInstallation, type ParticipantsTables } from '../../../participants/index.ts'
import type { Locale } from '../../../platform/i18n/index.ts'
import { newId } from '../../../platform/id.ts'
import { type MailTables, queueMail } from '../../../platform/mail/index.ts'
import type { Services } from '../../../platform/services.ts'
import { appendAll, type RecordTables } from '../../../record/index.ts'
import { hashOfCode, newLinkSecret } from '../../comments/secrets.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { CLAIM_LIFE, type ClaimId } from '../model.ts'
import type { ClaimTables } from '../tables.ts'
import { words } from '../words.ts'
import type { Said } from './check-claim.ts'
import { entryOf } from './entry-of.ts'
import { type Claimed, deleteUnconfirmed, insertClaim, listByNumbers, mayWriteTo } from './store.ts'

export type MakingServices = Services<
  ClaimTables & CommentTables & ParticipantsTables & RecordTables & MailTables
>

const DAY = 86_400_000

function letter(link: string, about: readonly Claimed[], installation: string, locale: Locale) {
  const t = words.in(locale)
  const numbers = about.map(({ number }) => number).join('\n')
  const values = { link, numbers, count: about.length, installation, days: CLAIM_LIFE / DAY }
  return { subject: t('confirmSubject', values), body: t('confirmBody', values) }
}

/** Takes a claim and mails the link that confirms it; until then it stands before nobody. */
export async function makeClaim(
  { db, clock, origin }: MakingServices,
  { numbers, ...said }: Said,
  { from, locale }: { from: string; locale: Locale },
): Promise<'made' | 'too-many' | { unknown: string[] }> {
  const about = await listByNumbers(db, numbers)
  const unknown = numbers.filter((number) => !about.some((one) => one.number === number))
  if (unknown.length > 0) return { unknown }
  const installation = (await findInstallation(db))?.name ?? origin
  const asked_from = hash('sha256', `parley claim\0${from}\0${said.email.toLowerCase()}`, 'buffer')
  return db.transaction().execute(async (tx) => {
    const now = clock.now()
    await deleteUnconfirmed(tx, now)
    if (!(await mayWriteTo(tx, { email: said.email, from: asked_from }, now))) return 'too-many'
    const [id, secret] = [newId(now.getTime()) as ClaimId, newLinkSecret()]
    await insertClaim(tx, { id, ...said, asked_from, token_hash: hashOfCode(secret), made_at: now }, about)
    await appendAll(
      tx,
      about.map((one) => entryOf('claim-made', id, one, now)),
    )
    const link = `${origin}/claims/${secret}`
    await queueMail(tx, { to: said.email, ...letter(link, about, installation, locale) }, now)
    return 'made'
  })
}
