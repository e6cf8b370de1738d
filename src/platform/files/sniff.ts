import type { Judgement, Kind, TrueType } from './model.ts'

const signatures: [TrueType, string][] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['picture', '\x89PNG\r\n\x1a\n'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'RIFF'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['program', 'MZ'],
  ['program', '\x7fELF'],
  ['program', '\xcf\xfa\xed\xfe'],
  ['program', '\xca\xfe\xba\xbe'],
  ['program', '\0asm'],
]

/** How many bytes from the start of a file `sniff` wants to see. */
export const headLength = 4096

/** Letters in two-byte units have many zeros; other control bytes are rare in any text. */
function readsAsText(head: Uint8Array): boolean {
  const controls = head.filter(
    (byte) => (byte < 0x20 && byte > 0 && !(byte >= 8 && byte <= 13)) || byte === 0x7f,
  )
  const zeros = head.filter((byte) => byte === 0).length
  return controls.length * 20 <= head.length && zeros * 10 <= head.length * 6
}

/** A mark of letters alone may as well begin a letter to the chair. */
function isWord([is, signature]: [TrueType, string]): boolean {
  return is !== 'rtf' && /^\w+$/.test(signature)
}

/** An ODT's first part, unpacked, is its type: so its writers are asked to put it (OpenDocument 1.3, part 2, 3.3). */
const odtMark = 'mimetypeapplication/vnd.oasis.opendocument.text'

/** A page begins with its type or its root, behind white space and remarks. */
function readsAsHtml(start: string): boolean {
  const [first = ''] = start
    .replaceAll('\0', '')
    .split(/(?:<!--[\s\S]*?-->|<\?xml[^>]*>|[^\x21-\x7e])+/)
    .filter(Boolean)
  return /^<(?:!doctype$|!doctype\b|html\b|head\b|body\b)/i.test(first)
}

export function sniff(head: Uint8Array): TrueType {
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1')
  const known = signatures.find(([, signature]) => start.startsWith(signature))
  if (start.startsWith('PK\x03\x04') && start.startsWith(odtMark, 30)) return 'odt'
  if (known && !(isWord(known) && readsAsText(head))) return known[0]
  // Readers accept a PDF whose mark stands anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3).
  if (/(?:^|[\r\n\0])%PDF-\d/.test(start)) return 'pdf'
  if (!readsAsText(head)) return 'unknown'
  return readsAsHtml(start) ? 'html' : 'text'
}

const kinds: Record<string, { kind: Kind; bytes: TrueType[] }> = {
  pdf: { kind: 'pdf', bytes: ['pdf'] },
  // A DOCX under a password is wrapped as an old Office file: opening it tells which.
  docx: { kind: 'docx', bytes: ['zip', 'old-office'] },
  // A writer that packs an ODT again may put its type elsewhere: opening it tells.
  odt: { kind: 'odt', bytes: ['odt', 'zip'] },
  rtf: { kind: 'rtf', bytes: ['rtf'] },
  // A page may do without its root.
  html: { kind: 'html', bytes: ['html', 'text'] },
  htm: { kind: 'html', bytes: ['html', 'text'] },
  xhtml: { kind: 'html', bytes: ['html', 'text'] },
  txt: { kind: 'text', bytes: ['text'] },
  text: { kind: 'text', bytes: ['text'] },
  md: { kind: 'markdown', bytes: ['text'] },
  markdown: { kind: 'markdown', bytes: ['text'] },
}

const nameless: Partial<Record<TrueType, Kind>> = {
  pdf: 'pdf',
  zip: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  html: 'html',
  text: 'text',
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/** Whether a file is one that we take, by its name and by what its bytes say: both must agree. */
export function judgeFile(name: string, head: Uint8Array): Judgement {
  const is = sniff(head)
  const extension = extensionOf(name)
  const known = kinds[extension]
  if (known) return known.bytes.includes(is) ? { kind: known.kind } : { refused: 'not-what-it-says', is }
  const kind = extension === '' ? nameless[is] : undefined
  return kind ? { kind } : { refused: 'kind-not-taken', is }
}
