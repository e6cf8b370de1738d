import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { docxOf, fileOf, lineOf, lockedTrailer, paragraphXml, pdfOf } from '../testing.ts'
import { extractText } from './extract-text.ts'
import type { Extraction, ExtractionLimits, Extractor } from './model.ts'
import { findPdftotext } from './pdftotext.ts'

vi.setConfig({ testTimeout: 60_000 })

const extract = async (name: string, bytes: Uint8Array | string, limits: Partial<ExtractionLimits> = {}) =>
  extractText(await fileOf(name, bytes), { limits, pdftotext: null })

const textOf = (extraction: Extraction) => ('text' in extraction ? extraction.text.trim() : extraction)

describe('a DOCX', () => {
  test('keeps its paragraphs, line breaks and tabs', async () => {
    const body = `${paragraphXml('First.')}<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>`
    const extraction = await extract('c.docx', docxOf(body))
    expect(textOf(extraction)).toBe('First.\n\na\nb\tc')
    expect(extraction).toMatchObject({ extractor: { name: 'mammoth', version: '1.13.0' }, warnings: [] })
  })

  test('with tracked changes says that they are shown as accepted', async () => {
    const body = `<w:p><w:r><w:t>must</w:t></w:r><w:del w:id="1"><w:r><w:delText>not</w:delText></w:r></w:del></w:p>`
    expect(await extract('c.docx', docxOf(body))).toMatchObject({
      warnings: [{ kind: 'changes-shown-as-accepted' }],
    })
  })

  test('that is a zip bomb is refused before anything inflates it', async () => {
    const bomb = docxOf(paragraphXml('x'), { 'word/media/a.bin': new Uint8Array(50_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await extract('c.docx', bomb)).toEqual({ refused: 'too-large' })
  })

  test('that says less of its size than it has is refused', async () => {
    const bytes = Buffer.from(docxOf(paragraphXml('x'.repeat(5000))))
    const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes.writeUInt32LE(10, central + 24)
    expect(await extract('c.docx', bytes)).toEqual({ refused: 'damaged' })
  })

  test('of too many parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p/${at}`, strToU8('x')]))
    expect(await extract('c.docx', docxOf('', parts), { zipEntries: 50 })).toEqual({ refused: 'too-large' })
  })

  test('that is another kind of zip is refused as what it is not', async () => {
    expect(await extract('c.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toEqual({
      refused: 'not-what-it-says',
    })
  })

  test('under a password says so', async () => {
    const wrapped = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await extract('c.docx', wrapped)).toEqual({ refused: 'encrypted' })
  })

  test('cut short is refused as damaged', async () => {
    const whole = docxOf(paragraphXml('words'))
    expect(await extract('c.docx', whole.subarray(0, whole.length - 30))).toEqual({ refused: 'damaged' })
  })

  test('that would fill the memory is ended, and the process with it', async () => {
    // Words that pack badly, so that no rule about zip bombs is what refuses it.
    const body = Array.from({ length: 200_000 }, (_, at) => paragraphXml(randomBytes(9).toString('hex') + at))
    const greedy = docxOf(body.join(''))
    const limits = { memoryMegabytes: 180 }
    expect(await extract('c.docx', greedy, limits)).toEqual({ refused: 'too-large' })
  })
})

const readers: [string, () => Promise<Extractor | null | undefined>][] = [
  ['our own reader', async () => null],
  ['poppler', findPdftotext],
]

describe.each(readers)('a PDF by %s', (_name, find) => {
  let pdftotext: Extractor | null = null
  let missing = false
  beforeAll(async () => {
    const found = await find()
    missing = found === undefined
    pdftotext = found ?? null
  })
  const read = async (bytes: Uint8Array, limits: Partial<ExtractionLimits> = {}) =>
    extractText(await fileOf('c.pdf', bytes), { limits, pdftotext })

  test('gives the words of each page in order', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    const pages = [lineOf('The first page.') + lineOf('Its second line.', 20), lineOf('The second page.')]
    const text = String(textOf(await read(pdfOf(pages))))
    expect(text.split(/\s+/).join(' ')).toBe('The first page. Its second line. The second page.')
  })

  test('that is a scan says that it holds no text', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    expect(await read(pdfOf(['0 0 595 842 re f', '0 0 595 842 re f']))).toEqual({ refused: 'no-text' })
  })

  test('with some scanned pages names them', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    expect(await read(pdfOf([lineOf('Words.'), '0 0 9 9 re f']))).toMatchObject({
      warnings: [{ kind: 'pages-without-text', pages: [2] }],
    })
  })

  test('under a password says so', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    expect(await read(pdfOf([lineOf('secret')], lockedTrailer))).toEqual({ refused: 'encrypted' })
  })

  test('that is none inside is refused as damaged', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    expect(await read(Buffer.from(`%PDF-1.7\n${'nothing of the kind\n'.repeat(50)}`))).toEqual({
      refused: 'damaged',
    })
  })

  test('that would go on for ever is ended', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    const endless = pdfOf(Array.from({ length: 30 }, () => lineOf('word '.repeat(20)).repeat(20_000)))
    const extraction = await read(endless, { milliseconds: 1000 })
    expect(extraction).toEqual({ refused: 'took-too-long' })
  })

  test('that says more than we take is refused', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    const lines = Array.from({ length: 30 }, (_, at) => lineOf(`word ${at}`, at * 20)).join('')
    expect(await read(pdfOf(Array.from({ length: 40 }, () => lines)), { characters: 3000 })).toEqual({
      refused: 'too-large',
    })
  })

  test('that would fill the memory is ended', async ({ skip }) => {
    skip(missing, 'poppler is not on this machine')
    const many = lineOf('word').repeat(2_000_000)
    expect(await read(pdfOf([many]), { memoryMegabytes: 160 })).toEqual({ refused: 'too-large' })
  })
})

describe('plain text', () => {
  test('in an old encoding says which was assumed', async () => {
    expect(await extract('c.txt', Uint8Array.of(0x46, 0xfc, 0x72))).toEqual({
      text: 'Für',
      extractor: { name: 'plain-text', version: '1' },
      warnings: [{ kind: 'encoding-assumed', encoding: 'windows-1252' }],
    })
  })

  test('with a byte that no database holds keeps every word and says what was replaced', async () => {
    expect(await extract('c.md', 'one\0two')).toMatchObject({
      text: 'one\ufffdtwo',
      warnings: [{ kind: 'replaced', what: 'nul', count: 1 }],
    })
  })

  test('of nothing but white space holds no text', async () => {
    expect(await extract('c.txt', ' \n\n ')).toEqual({ refused: 'no-text' })
  })
})

test('a PDF that lies about its type is refused as what its bytes say', async () => {
  expect(await extract('c.pdf', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'))).toEqual({
    refused: 'not-what-it-says',
    is: 'program',
  })
})

test('a kind that we do not take is named as such', async () => {
  expect(await extract('c.xlsx', zipSync({ a: strToU8('b') }))).toEqual({
    refused: 'kind-not-taken',
    is: 'zip',
  })
})

describe('a DOCX that was made to overload a reader', () => {
  const open =
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w">'
  test.each([
    ['by entities that multiply', `${open}&b;</w:document>`],
    [
      'by 100,000 elements inside each other',
      Array.from({ length: 100_000 }, (_, at) => `<w:p a="${Math.sin(at)}">`).join(''),
    ],
  ])('%s is refused', async (_way, main) => {
    const parts = { 'word/document.xml': strToU8(main) }
    expect(await extract('c.docx', docxOf('', parts))).toEqual({ refused: 'built-to-overload' })
  })
})
