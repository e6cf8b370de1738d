import { type Explained, findKeptBack, reasonNames } from '../../moderation/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type Locale, localeFor } from '../../platform/i18n/index.ts'
import type { Message } from '../../platform/mail/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { PostingTables } from './decide-comment.ts'
import { findAddressed } from './store.ts'
import { words } from './words.ts'

function bodyOf({ decision, reasons }: Explained, number: string, origin: string, locale: Locale): string {
  const t = words.in(locale)
  const { act, redactions: count, explanation } = decision
  const about = { number, count, reasons: reasons.map(reasonNames(locale)).join(', ') }
  return [
    t(act === 'withhold' ? 'mailWithheld' : 'mailRedacted', about),
    ...(explanation ? [t('mailExplained', { explanation })] : []),
    t('mailObject', {
      number,
      address: `${origin}/comments/${number}`,
      own: `${origin}/comment-key`,
      object: `${origin}/comments/${number}/object`,
    }),
  ].join('\n\n')
}

/** The letter owed to the sender of a comment that is withheld or redacted; none where no address was given. */
export async function decisionLetter(
  db: Db<PostingTables>,
  origin: string,
  comment: string,
): Promise<Message | undefined> {
  const kept = await findKeptBack(db, { kind: 'comment', id: comment })
  const addressed = kept && (await findAddressed(db, comment as CommentId))
  if (!kept || !addressed) return undefined
  const { number, email, language } = addressed
  const locale = localeFor(language)
  const t = words.in(locale)
  const subject = t(kept.decision.act === 'withhold' ? 'mailSubjectWithheld' : 'mailSubjectRedacted', {
    number,
  })
  return { to: email, subject, body: bodyOf(kept, number, origin, locale) }
}
