import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** A document of the fewest bytes that make one; for tests only. */
export async function fileOf(
  name: string,
  bytes: Uint8Array | string,
): Promise<{ path: string; name: string }> {
  const path = join(await mkdtemp(join(tmpdir(), 'parley-file-')), 'file')
  await writeFile(path, bytes)
  return { path, name }
}

export const paragraphXml = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export function docxOf(body: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`),
    ...parts,
  })
}

const odtNames =
  'xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:style="s" xmlns:draw="d" xmlns:svg="v" xmlns:dc="dc"'

/** An ODT of this body; automatic styles and further parts may be given. */
export function odtOf(body: string, parts: Record<string, string> = {}, styles = ''): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${odtNames}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const rest = Object.entries({ 'content.xml': content, ...parts }).map(([name, text]) => [
    name,
    strToU8(text),
  ])
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(rest),
  })
}

function assemble(objects: Buffer[], trailer: string): Buffer {
  let pdf: Buffer = Buffer.from('%PDF-1.4\n%âãÏÓ\n', 'latin1')
  const offsets = objects.map((object, at) => {
    const offset = pdf.length
    pdf = Buffer.concat([pdf, Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(end)])
}

function stream(content: string | Buffer): Buffer {
  const packed = deflateSync(content)
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** A PDF whose pages draw these content streams. */
export function pdfOf(contents: (string | Buffer)[], trailer = ''): Buffer {
  const kids = contents.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects: Buffer[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((object) => Buffer.from(object))
  contents.forEach((content, at) => {
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`
    objects.push(Buffer.from(page), stream(content))
  })
  return assemble(objects, trailer)
}

/** What a page draws to show one line. */
export const lineOf = (text: string, down = 0): string => `BT /F1 12 Tf 72 ${770 - down} Td (${text}) Tj ET\n`

const unknownPassword = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`
export const lockedTrailer = `/Encrypt ${unknownPassword} /ID [<0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef>]`
