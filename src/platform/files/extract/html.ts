import { decodeText } from '../../text/decode.ts'
import { readHtml } from './html-text.ts'
import type { ExtractionWarning, RawExtraction } from './model.ts'

const declared = [
  /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i,
  /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})/i,
]

/** What the page says its letters are; pages that say two-byte units in one-byte letters mean UTF-8 (WHATWG). */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const label = declared.map((pattern) => pattern.exec(head)?.[1]).find((found) => found !== undefined)
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    return undefined
  }
}

function decodeHtml(bytes: Buffer): { text: string; warnings: ExtractionWarning[] } {
  const { text, encoding, assumed } = decodeText(bytes)
  const hasMark = !assumed && encoding !== 'utf-8'
  const label = hasMark ? undefined : declaredEncoding(bytes)
  try {
    const decoder = label ? decoderFor(label) : undefined
    if (decoder) return { text: decoder.decode(bytes), warnings: [] }
  } catch {
    // The bytes are not what the page says they are: then they count for more.
  }
  return { text, warnings: assumed ? [{ kind: 'encoding-assumed', encoding }] : [] }
}

export function extractHtml(bytes: Buffer): RawExtraction {
  const { text: source, warnings: assumed } = decodeHtml(bytes)
  const read = readHtml(source)
  if ('refused' in read) return read
  const extractor = { name: 'html-text', version: '1' }
  return { pages: [read.text], extractor, warnings: [...assumed, ...read.warnings] }
}
