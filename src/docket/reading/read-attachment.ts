import { NotFound } from '../../platform/errors.ts'
import type { TextVersion } from '../../texts/index.ts'
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
    readBy: pictureReader(version),
  }
  return { attachment, text }
}

/** `pdftotext, tesseract` with `22.02, 5.3.0 (eng+fra)` → `tesseract 5.3.0 (eng+fra)`; nothing where letters stood. */
export function pictureReader({ extractor }: Pick<TextVersion, 'extractor'>): string | undefined {
  const names = extractor?.name.split(', ') ?? []
  const at = names.indexOf('tesseract')
  return at === -1 ? undefined : `tesseract ${extractor?.version.split(', ')[at] ?? ''}`.trim()
}
