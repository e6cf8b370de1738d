import type { Locale } from '../../platform/i18n/index.ts'
import { type MailTables, queueMail } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import { findInstallation } from '../installation/store.ts'
import type { InstallationTables } from '../installation/tables.ts'
import { LINK_LIFE, LINKS_AT_ONCE, ownPath } from './model.ts'
import { hashOf, newSecret } from './secret.ts'
import { countFreshLinks, deleteExpired, insertLink } from './store.ts'
import type { SignInTables } from './tables.ts'
import { words } from './words.ts'

type LinkServices = Services<SignInTables & InstallationTables & MailTables>

function letter(link: string, installation: string, locale: Locale) {
  const t = words.in(locale)
  const values = { installation, link, minutes: LINK_LIFE / 60_000 }
  return { subject: t('mailSubject', values), body: t('mailBody', values) }
}

/** Mails a link to the address. Past the limit nothing is sent, and the answer does not tell. */
export async function askForLink(
  { db, clock, origin }: LinkServices,
  { email, next, from, locale }: { email: string; next: string | undefined; from: string; locale: Locale },
): Promise<void> {
  const address = email.toLowerCase()
  const link = { email: address, next: ownPath(next), asked_from: hashOf(`${from} ${address}`) }
  const installation = (await findInstallation(db))?.name ?? origin
  await db.transaction().execute(async (tx) => {
    const now = clock.now()
    await deleteExpired(tx, now)
    const fresh = await countFreshLinks(tx, link, now)
    if (fresh.fromOnePlace >= LINKS_AT_ONCE.fromOnePlace || fresh.inAll >= LINKS_AT_ONCE.inAll) return
    const secret = newSecret()
    await insertLink(tx, hashOf(secret), link, now)
    const sent = letter(`${origin}/sign-in/${secret}`, installation, locale)
    await queueMail(tx, { to: link.email, ...sent }, now)
  })
}

/** A link for whoever runs the machine and gets no mail: the command line prints it. */
export async function makeSignInLink(
  { db, clock, origin }: Services<SignInTables>,
  email: string,
): Promise<string> {
  const secret = newSecret()
  const link = { email: email.toLowerCase(), next: '/', asked_from: null }
  await db.transaction().execute((tx) => insertLink(tx, hashOf(secret), link, clock.now()))
  return `${origin}/sign-in/${secret}`
}
