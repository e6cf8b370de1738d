import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findWords, foldText } from '../../text/index.ts'
import { lookThrough } from './look-through.ts'
import { withLeftOver, withRemark } from './testing.ts'

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

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64')
const dots = Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0, 0])
const ownLetters = `begincmap 2 beginbfchar <0001> <0052006f> <0002> <00730061> endbfchar
  1 beginbfrange <0003> <0003> <006c> <0004> <0005> [<0069006e> <0064>] endbfrange endcmap`

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
    ['between remarks of a page', '<i>Rosa<!-- <b> -->lind</i>'],
    ['in an address of a page', '<a href="mailto:%52osalind">A</a>'],
    ['in a script of a page', '<script>{"by":"\\u0052osalind"}</script>'],
    ['in a picture within a page', `<img src="data:image/svg+xml;base64,${base64('<svg>Rosalind</svg>')}">`],
    ['in an archive within a page', `<a href="data:;base64,${base64(zip({ 'a.txt': 'Rosalind' }))}">A</a>`],
    [
      'in long rows of a document',
      `<x>${base64(`<y>${'a '.repeat(70)}Rosalind</y>`).replace(/.{60}/g, '$&\n')}</x>`,
    ],
    ['by names of letters', '<p>&Rcaron;osalind</p>'],
    [
      'between the letters of a picture in two-byte units',
      Buffer.concat([dots, Buffer.from('Rosalind', 'utf16le')]),
    ],
    ['behind a mark in rich text', '{\\rtf1 {\\v Rosa{\\*\\bkmkstart m1}lind}}'],
    [
      'in digits of rich text',
      `{\\rtf1 {\\*\\datastore ${Buffer.from(zip({ 'a.xml': '<a>Rosalind</a>' })).toString('hex')}}}`,
    ],
    [
      'in two-byte units in digits of rich text',
      `{\\rtf1 {\\*\\datastore ${Buffer.from('龐雅琳鄭 Rosalind 瑋毓', 'utf16le').toString('hex')}}}`,
    ],
    ['behind the end of rich text', Buffer.concat([Buffer.from('{\\rtf1 A}'), zip({ Rosalind: 'A' })])],
    ['in what an earlier save of an archive left', withLeftOver(zip({ a: 'A' }), 'b', 'Rosalind')],
    ['in a remark on an archive', withRemark(zip({ a: 'A' }), Buffer.from('Rosalind'))],
    ['in an address of a PDF', pdf('<</URI (mailto:%52osalind)>>')],
    ['in a name of a PDF', pdf('<</BaseFont /#52osalind>>')],
    ['in a string of a PDF that goes on in the next row', pdf('<</Author (Rosa\\\nlind)>>')],
    ['letter by letter in a PDF', pdf(stream('BT [(Rosa) -120.5 (l) 20 (ind)] TJ ET'))],
    [
      'in a font of its own numbers',
      pdf(`${stream(ownLetters)} ${stream('BT <00010002000300040005> Tj ET')}`),
    ],
    ['behind the end of a PDF', Buffer.concat([pdf(''), Buffer.from('Rosalind', 'utf16le')])],
    ['in a PDF that begins later', Buffer.concat([Buffer.from('\n\n'), pdf(stream('(Rosalind) Tj'))])],
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
    ['where an earlier save left something', withLeftOver(zip({ a: 'A' }), 'b', 'A')],
    ['where something follows its end', Buffer.concat([pdf(''), Buffer.from('A')])],
    ['where letters have numbers that nobody explains', pdf('<</Subtype /Type0 /Encoding /Identity-H>>')],
    ['where a name is written otherwise', pdf('<</Type /Embedded#46ile>>')],
  ])('%s', (_where, bytes) => {
    expect(lookThrough(Buffer.from(bytes)).unsearchable).toBe(true)
  })
  test('and not where all of it can', () => {
    expect(lookThrough(Buffer.from('A plan.')).unsearchable).toBe(false)
    expect(lookThrough(pdf(stream('A plan.'))).unsearchable).toBe(false)
    expect(lookThrough(Buffer.from(zip({ 'a.xml': '<a>A plan.</a>' }))).unsearchable).toBe(false)
    expect(lookThrough(Buffer.from('{\\rtf1\\ansi A plan.}')).unsearchable).toBe(false)
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
