import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findWords, foldText } from '../../text/index.ts'
import { lookThrough } from './look-through.ts'

const finds = (bytes: Uint8Array | string, words = 'Rosalind') =>
  lookThrough(Buffer.from(bytes)).searchable.some((text) => findWords(foldText(text), words).length > 0)
const zip = (parts: Record<string, Uint8Array | string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, Buffer.from(one)])))
const wide = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('Rosalind', 'utf16le').swap16()])
const pdf = (inside: string) => Buffer.from(`%PDF-1.7\n${inside}\n%%EOF`, 'latin1')
const stream = (words: string) => {
  const body = deflateSync(words).toString('latin1')
  return `1 0 obj <</Filter /FlateDecode /Length ${body.length}>>\nstream\n${body}\nendstream endobj`
}

describe('words are found in a file', () => {
  test.each<[string, Uint8Array | string]>([
    ['as plain text', 'by Rosalind'],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('by Rosalind', 'utf16le')])],
    ['in an attribute of a page', '<img alt="Rosalind">'],
    ['as entities', '<p>R&#111;salind</p>'],
    ['in a comment of a page', '<!-- Rosalind --><p>A</p>'],
    ['in rich text, escaped', "{\\rtf1 R\\'6fsalind}"],
    ['in rich text as Unicode', '{\\rtf1 R\\u111?salind}'],
    ['in a tracked deletion', zip({ 'word/document.xml': '<w:del><w:delText>Rosalind</w:delText></w:del>' })],
    ['in alternative text', zip({ 'word/document.xml': '<wp:docPr descr="Rosalind"/>' })],
    [
      'in an embedded document',
      zip({ 'word/embeddings/a.docx': zip({ 'word/document.xml': '<w:t>Rosalind</w:t>' }) }),
    ],
    ['in the name of an entry', zip({ 'media/Rosalind.txt': 'A' })],
    ['in the properties of a PDF', pdf('<</Author (Rosalind)>>')],
    ['in the properties of a PDF as UTF-16', pdf(`<</Author (${wide.toString('latin1')})>>`)],
    ['in the properties of a PDF as digits', pdf(`<</Author <${wide.toString('hex')}>>>`)],
    ['in a packed stream of a PDF', pdf(stream('<dc:creator>Rosalind</dc:creator>'))],
    ['in an earlier save of a PDF', Buffer.concat([pdf('(Rosalind)'), pdf('(nobody)')])],
  ])('%s', (_where, bytes) => {
    expect(finds(bytes)).toBe(true)
    expect(finds(bytes, 'Hermione')).toBe(false)
  })
})

describe('it is said of a file that some of it cannot be searched', () => {
  test.each<[string, Uint8Array | string]>([
    ['where it holds a picture', zip({ 'word/media/a.png': Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0, 0]) })],
    ['where a PDF does', pdf('<</Subtype /Image>>\nstream\n\u00ff\u00d8\u0000\u0001\nendstream')],
    ['where it is encrypted', pdf('<</Encrypt 3 0 R>>')],
    ['where it holds another file', pdf('<</Type /EmbeddedFile>>')],
    ['where it unpacks to more than can be searched', pdf(stream('a'.repeat(70 * 1024 ** 2)).repeat(2))],
    ['where it is damaged', 'PK\u0003\u0004 and nothing more'],
  ])('%s', (_where, bytes) => {
    expect(lookThrough(Buffer.from(bytes)).unsearchable).toBe(true)
  })
  test('and not where all of it can', () => {
    expect(lookThrough(Buffer.from('A plan.')).unsearchable).toBe(false)
    expect(lookThrough(pdf(stream('A plan.'))).unsearchable).toBe(false)
  })
})

test('of archives within archives only so much is unpacked in all', () => {
  const full = zip({ 'a.txt': 'a'.repeat(60 * 1024 ** 2) })
  const looked = lookThrough(zip({ 'one.zip': full, 'two.zip': full }))
  expect(looked.unsearchable).toBe(true)
  expect(looked.searchable.filter((text) => text.length > 1_000_000)).toHaveLength(2)
})

test.each([
  ['openings of marks', '<'.repeat(300_000)],
  ['beginnings of paragraphs', '<p'.repeat(150_000)],
  ['streams without an end', `%PDF-1.7\n${'stream\n'.repeat(50_000)}`],
])('a file of nothing but %s is read once and not again and again', (_what, text) => {
  expect(lookThrough(Buffer.from(text)).searchable.length).toBeGreaterThan(0)
})
