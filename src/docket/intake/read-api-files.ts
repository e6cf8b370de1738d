import { addFile, type FileRefusal } from './add-file.ts'
import type { DraftFile } from './draft-file.ts'
import { MOST_FILES, MOST_MEGABYTES } from './limits.ts'
import type { BodyPart, FilePart } from './read-body.ts'
import type { Intake } from './services.ts'

const MEGABYTE = 1024 * 1024

/** A comment as text, and the files that came with it. */
export interface ApiParts {
  /** What stands in the part “comment”; nothing where there is none. */
  comment: string | undefined
  files: DraftFile[]
  refused: FileRefusal[]
}

export const apiPartLimits = {
  fields: 10,
  files: 50,
  fieldSize: 4 * MEGABYTE,
  fileSize: (MOST_MEGABYTES + 1) * MEGABYTE,
}

const tooLarge = () => Object.assign(new Error('The comment is too large.'), { statusCode: 413 })

/** The comment may come as a field or, with its own content type, as a file. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > apiPartLimits.fieldSize) throw tooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** Reads a body of parts: “comment” is the JSON, every other part with a file name is a file. */
export async function readApiParts(intake: Intake, parts: AsyncIterable<BodyPart>): Promise<ApiParts> {
  const read: ApiParts = { comment: undefined, files: [], refused: [] }
  for await (const part of parts) {
    if (part.fieldname === 'comment') read.comment = await commentIn(part)
    else if (part.type === 'file') await keepFile(intake, read, part)
  }
  return read
}

async function commentIn(part: BodyPart): Promise<string> {
  if (part.type === 'file') return textOf(part.file)
  if (part.valueTruncated) throw tooLarge()
  return String(part.value)
}

async function keepFile(intake: Intake, read: ApiParts, { filename, file }: FilePart): Promise<void> {
  if (read.files.length === MOST_FILES) {
    file.resume()
    read.refused.push({ name: filename, why: 'too-many' })
    return
  }
  const kept = await addFile(intake.files, { name: filename, bytes: file }, intake.clock.now())
  if ('why' in kept) read.refused.push(kept)
  else read.files.push(kept)
}
