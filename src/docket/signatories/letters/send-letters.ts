import { localeFor } from '../../../platform/i18n/index.ts'
import { type MailTables, queueMail } from '../../../platform/mail/index.ts'
import type { Services } from '../../../platform/services.ts'
import { after } from '../../../platform/time.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { findRequest, type RequestsTables } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { hashOfCode, newLinkSecret } from '../../comments/secrets.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { DAY, LETTERS } from '../model.ts'
import { areLettersDue, countLetters, type DueLetter, listDueLetters, markLetterSent } from '../store.ts'
import { words } from '../words.ts'

const AT_ONCE = 20

/** Asks those who are named as signing; no words of the comment lie in the letter, and its link only leads to a button. */
export async function sendSignatureLetters({
  db,
  clock,
  origin,
}: Services<CommentTables & RequestsTables & ProcessesTables & MailTables>): Promise<number> {
  if (!(await areLettersDue(db))) return 0
  return db.transaction().execute(async (tx) => {
    const now = clock.now()
    const room = LETTERS.inAllADay - (await countLetters(tx, after(now, -DAY)))
    const due = room > 0 ? await listDueLetters(tx, now, Math.min(AT_ONCE, room)) : []
    for (const one of due) {
      const secret = newLinkSecret()
      const request = await findRequest(tx, docketOf(one.number))
      await markLetterSent(tx, one.id, hashOfCode(secret), now)
      if (request) await queueMail(tx, letter(one, request, { origin, secret }), now)
    }
    return due.length
  })
}

function letter(
  { email, name, number, sender, state }: DueLetter,
  { title, docket, language }: { title: string; docket: string; language: string },
  { origin, secret }: { origin: string; secret: string },
) {
  const t = words.in(localeFor(language))
  const values = {
    ...{ name, number, title, docket },
    sender: sender ?? t('senderUnnamed'),
    link: `${origin}/sign/${secret}`,
  }
  const joining = state === 'joining'
  return {
    to: email,
    subject: t(joining ? 'joinLetterSubject' : 'letterSubject', values),
    body: `${t(joining ? 'joinLetterBody' : 'letterBody', values)}\n\n${t('letterEnd', values)}`,
  }
}
