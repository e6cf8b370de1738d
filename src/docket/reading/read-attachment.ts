import { NotFound } from '../../platform/errors.ts'
import type { PublicAttachment, PublicComment, PublishedText } from './model.ts'
import type { ReadingDb } from './read-docket.ts'
import { attachmentRef, readTexts } from './read-texts.ts'
import { listAttachments } from './shares/store.ts'

/** One attachment that the public may see, with its published text where there is one. */
export async function readAttachment(
  db: ReadingDb,
  { id, shown }: PublicComment,
  number: number,
): Promise<{ attachment: PublicAttachment; text: PublishedText | undefined }> {
  const attachments = (await listAttachments(db, [id])).get(id)?.shown ?? []
  const attachment = attachments.find((one) => one.number === number)
  if (!attachment || !shown) throw new NotFound('No such attachment.')
  const version = (await readTexts(db, [attachmentRef(attachment)])).get(attachment.id)
  const text = version?.content && {
    text: version.content.text,
    language: version.language ?? shown.language,
  }
  return { attachment, text }
}
