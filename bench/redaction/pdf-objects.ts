import { deflateSync } from 'node:zlib'

export type Body = string | Buffer

/** A stream as writers of PDF pack it, in the way whose turn it is. */
export function stream(content: string | Uint8Array, turn = 0, keys = ''): Buffer {
  const bytes = Buffer.from(content as string)
  const deflated = deflateSync(bytes)
  const ways: [string, Buffer][] = [
    ['/Filter /FlateDecode', deflated],
    ['', bytes],
    ['/Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from(`${deflated.toString('hex')}>`)],
  ]
  const [filter, packed] = ways[turn % ways.length] ?? ['', bytes]
  const head = `<< ${keys} /Length ${packed.length} ${filter} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

const wide = (words: string) => Buffer.from(words, 'utf16le').swap16()

/** A string of a PDF: plain, as octal numbers, or in two-byte units, as digits or as they are. */
export function textString(words: string, turn: number): string {
  const narrow = /^[ -~]*$/.test(words)
  if (narrow && turn % 4 === 0) return `(${words})`
  if (narrow && turn % 4 === 1)
    return `(${[...words].map((sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')})`
  if (turn % 2 === 0) return `<feff${wide(words).toString('hex')}>`
  const escaped = wide(words)
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r')
  return `(\u00fe\u00ff${escaped})`
}

const GLYPHS = 100

/** The letters that a font of its own numbering draws, and how a reader gets them back. */
export function ownFont(words: string, first: number): { objects: Body[]; draw(text: string): string } {
  const signs = [...new Set(words)].sort()
  const code = (sign: string) => (GLYPHS + signs.indexOf(sign)).toString(16).padStart(4, '0')
  const rows = signs.map((sign) => `<${code(sign)}> <${wide(sign).toString('hex')}>`).join('\n')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${signs.length} beginbfchar\n${rows}\nendbfchar endcmap end end`
  const font = 'ABCDEF+Own'
  return {
    objects: [
      `<< /Type /Font /Subtype /Type0 /BaseFont /${font} /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 2} 0 R >>`,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>`,
      stream(map),
    ],
    draw: (text) => [...text].map(code).join(''),
  }
}

const asBytes = (body: Body): Buffer => (typeof body === 'string' ? Buffer.from(body, 'latin1') : body)

/** Objects one behind another, with the table of where each begins. */
export function assemble(
  objects: readonly Body[],
  trailer = '',
  before: Buffer = Buffer.alloc(0),
  first = 1,
): Buffer {
  let pdf: Buffer = before.length > 0 ? before : Buffer.from('%PDF-1.6\n%âãÏÓ\n', 'latin1')
  const offsets = objects.map((object, at) => {
    const offset = pdf.length
    const head = Buffer.from(`${at + first} 0 obj\n`)
    pdf = Buffer.concat([pdf, head, asBytes(object), Buffer.from('\nendobj\n')])
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const free = first === 1 ? '0 1\n0000000000 65535 f \n' : ''
  const size = objects.length + first
  const table = `xref\n${free}${first} ${objects.length}\n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(table)])
}
