import { hash } from 'node:crypto'
import { findInstallation, type ParticipantsTables } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { inZone, type Locale } from '../../../platform/i18n/index.ts'
import { type MailTables, queueMail } from '../../../platform/mail/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestsTables } from '../../../requests/index.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { standingOf } from '../../reading/model.ts'
import type { ClaimTables } from '../tables.ts'
import { words } from '../words.ts'
import { LISTED } from './model.ts'
import { signedLines } from './signed-lines.ts'
import { deleteAsked, listSentWith, noteAsking } from './store.ts'

export type LookUpServices = Services<
  ClaimTables & CommentTables & RequestsTables & ProcessesTables & ParticipantsTables & MailTables
>

type Sent = Awaited<ReturnType<typeof listSentWith>>

interface About {
  sent: Sent
  /** What is told of joint comments. */
  signed: readonly string[]
  requests: readonly RequestForComment[]
  installation: string
  origin: string
  locale: Locale
}

/** One comment in the letter: which, when, where, how it stands, and where to object. */
function lineOf(one: Sent[number], { requests, origin, locale }: About): string {
  const t = words.in(locale)
  const request = requests.find(({ id }) => id === one.request)
  const standing = standingOf({ ...one, withdrawnAt: one.withdrawnAt ?? undefined })
  return t('letterLine', {
    number: one.number,
    received: inZone(one.receivedAt, request?.deadline.zone ?? 'UTC', locale),
    title: request?.title ?? '',
    state: t(`standing-${standing}`),
    url: `${origin}/comments/${one.number}`,
  })
}

function letter(about: About) {
  const { sent, signed, installation, origin, locale } = about
  const t = words.in(locale)
  const all = sent[0]?.all ?? 0
  const values = { installation, origin, count: all, listed: sent.length }
  const parts = [
    t('letterFound', values),
    ...sent.map((one) => lineOf(one, about)),
    ...(all > sent.length ? [t('letterMore', values)] : []),
    ...(all > 0 ? [t('letterObject', values)] : []),
    ...signed,
    t('letterWhy', values),
  ]
  return { subject: t('letterSubject', values), body: parts.join('\n\n') }
}

const hashOf = (text: string) => hash('sha256', `parley look-up\0${text}`, 'buffer')

/** Mails to the address what was sent with it. Past the limit nothing is sent, and the page does not tell. */
export async function lookUp(
  { db, clock, origin }: LookUpServices,
  { email, from, locale }: { email: string; from: string; locale: Locale },
): Promise<void> {
  const address = email.toLowerCase()
  const [requests, installation] = [await listRequests(db), (await findInstallation(db))?.name ?? origin]
  await db.transaction().execute(async (tx) => {
    const now = clock.now()
    const asking = { from: hashOf(`${from}\0${address}`), address: hashOf(address) }
    if (!(await noteAsking(tx, asking, now))) return
    const sent = await listSentWith(tx, address, LISTED)
    const signed = await signedLines(tx, address, { requests, origin, locale })
    const about = { sent, signed, requests, installation, origin, locale }
    await queueMail(tx, { to: email, ...letter(about) }, now)
  })
}

/** For erasure: what is kept of questions about an address, and of all that are older than a quarter of an hour. */
export const forgetAsked = (tx: Tx<ClaimTables>, address: string, now: Instant): Promise<void> =>
  deleteAsked(tx, hashOf(address.toLowerCase()), now)
