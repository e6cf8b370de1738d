import { listObjectionsAbout } from '../../moderation/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { localeFor } from '../../platform/i18n/index.ts'
import type { Message } from '../../platform/mail/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { PostingTables } from '../posting/decide-comment.ts'
import { findAddressed } from '../posting/store.ts'
import { words } from './words.ts'

/** The letter that tells a sender how their objection ended; none where no address was given. */
export async function objectionLetter(
  db: Db<PostingTables>,
  origin: string,
  { comment, objection: id }: { comment: string; objection: string },
): Promise<Message | undefined> {
  const about = { kind: 'comment', id: comment }
  const objection = (await listObjectionsAbout(db, about)).find((one) => one.id === id)
  const addressed = objection && (await findAddressed(db, comment as CommentId))
  if (!addressed || (objection.outcome !== 'upheld' && objection.outcome !== 'turned-down')) return undefined
  const { number, email, language } = addressed
  const t = words.in(localeFor(language))
  const address = `${origin}/comments/${number}`
  const values = { number, address, object: `${address}/object`, why: objection.why }
  const subject = t(`mailSubject-${objection.outcome}`, values)
  return { to: email, subject, body: t(`mail-${objection.outcome}`, values) }
}
