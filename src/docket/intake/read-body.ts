import type { Fields } from './read-form.ts'

interface FieldPart {
  type: 'field'
  fieldname: string
  value: unknown
  valueTruncated?: boolean
}

export interface FilePart {
  type: 'file'
  fieldname: string
  filename: string
  file: AsyncIterable<Uint8Array> & { resume(): unknown }
}

/** One part of a multipart body, as the parser hands it over. */
export type BodyPart = FieldPart | FilePart

export type Trouble = 'broken-off' | 'too-large'

export interface ReadBody {
  fields: Fields
  /** What kept the rest from being read; what was read before it is there. */
  trouble: Trouble | undefined
}

/** So much text one form may hold, and so many fields: what a stranger sends is held in memory. */
const MOST_LETTERS = 16 * 1024 * 1024
const MOST_FIELDS = 3000

/** A form with more fields than any of ours has is cut there, and said to be too large. */
export const withinReason = ({ fields, trouble }: ReadBody): ReadBody =>
  fields.length > MOST_FIELDS
    ? { fields: fields.slice(0, MOST_FIELDS), trouble: 'too-large' }
    : { fields, trouble }

type KeepFile = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>

/** Reads a form as far as it came: each file is handed on while it arrives, and no field is lost to a broken one. */
export async function readParts(parts: AsyncIterable<BodyPart>, keep: KeepFile): Promise<ReadBody> {
  const fields: [string, string][] = []
  let [trouble, letters]: [Trouble | undefined, number] = [undefined, 0]
  const take = ({ fieldname, value, valueTruncated }: FieldPart) => {
    const text = String(value ?? '')
    letters += text.length
    if (valueTruncated || letters > MOST_LETTERS) trouble = 'too-large'
    if (letters <= MOST_LETTERS) fields.push([fieldname, text])
  }
  try {
    for await (const part of parts) {
      if (part.type === 'file') await readFile(part, keep)
      else take(part)
    }
  } catch (error) {
    trouble = troubleOf(error)
    if (!trouble) throw error
  }
  return { fields, trouble }
}

/** A browser sends an empty part where no file was chosen; whoever keeps a file reads it to its end. */
async function readFile(part: FilePart, keep: KeepFile): Promise<void> {
  if (part.filename) await keep(part.filename, part.file)
  else part.file.resume()
}

function troubleOf(error: unknown): Trouble | undefined {
  const { statusCode, code, message = '' } = error as { statusCode?: number; code?: string; message?: string }
  if (statusCode === 413) return 'too-large'
  const broken =
    code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'FST_PREMATURE_CLOSE'
  return broken || /unexpected end|premature|terminated early|aborted/i.test(message)
    ? 'broken-off'
    : undefined
}

/** The same of a body that a form without files sent. */
export function fieldsOfBody(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  )
}
