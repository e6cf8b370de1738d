import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { fileOf, odtOf } from '../testing.ts'
import { extractText } from './extract-text.ts'
import type { Extraction, ExtractionLimits } from './model.ts'

vi.setConfig({ testTimeout: 60_000 })

const extract = async (bytes: Uint8Array, limits: Partial<ExtractionLimits> = {}) =>
  extractText(await fileOf('c.odt', bytes), { limits, pdftotext: null })

const textOf = (extraction: Extraction) => ('text' in extraction ? extraction.text.trim() : extraction)

const manifestOf = (entry: string) => ({
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${entry}</manifest:manifest>`,
})

describe('an ODT', () => {
  test('keeps headings, paragraphs, lists, tables and white space in reading order', async () => {
    const body = `<text:h>Our view</text:h>
      <text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four &amp; five.</text:p>
      <text:list><text:list-item><text:p>first</text:p></text:list-item><text:list-item><text:p>second</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>left</text:p></table:table-cell><table:table-cell><text:p>right</text:p></table:table-cell></table:table-row></table:table>
      <text:p>wrapped
        by <text:span>its</text:span> writer</text:p>`
    const extraction = await extract(odtOf(body))
    expect(textOf(extraction)).toBe(
      'Our view\n\nOne   two\tthree\nfour & five.\n\nfirst\n\nsecond\n\nleft\n\nright\n\nwrapped by its writer',
    )
    expect(extraction).toMatchObject({ extractor: { name: 'odt-text', version: '1' }, warnings: [] })
  })

  test('numbers its notes where they stand and puts them at the end', async () => {
    const note = (text: string) =>
      `<text:note><text:note-citation>9</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`
    const body = `<text:p>One${note('First note.')} and two${note('Second note.')} end.</text:p>`
    expect(textOf(await extract(odtOf(body)))).toBe(
      'One[1] and two[2] end.\n\n[1] First note.\n\n[2] Second note.',
    )
  })

  test('with tracked changes, comments, pictures or hidden text says what is left out', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion><office:change-info/><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>`
    const body = `${changes}<text:p>We must<office:annotation><dc:creator>Ann</dc:creator><text:p>really?</text:p></office:annotation> agree<draw:frame><draw:image/><svg:desc>alt</svg:desc></draw:frame> <text:span text:style-name="T1">secretly</text:span> now.</text:p>
      <text:section text:display="none"><text:p>hidden section</text:p></text:section>`
    const hidden = `<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>`
    const extraction = await extract(odtOf(body, {}, hidden))
    expect(textOf(extraction)).toBe('We must agree now.')
    expect(extraction).toMatchObject({
      warnings: [
        { kind: 'changes-shown-as-accepted' },
        { kind: 'hidden-text-left-out' },
        { kind: 'margin-comments-left-out', count: 1 },
        { kind: 'pictures-left-out', count: 1 },
      ],
    })
  })

  test('with a text box keeps its words apart from the paragraph it stands in', async () => {
    const body = `<text:p>before <draw:frame><draw:text-box><text:p>inside</text:p></draw:text-box></draw:frame>after</text:p>`
    expect(textOf(await extract(odtOf(body)))).toBe('before\n\ninside\n\nafter')
  })

  test('with another document inside says that it was not read', async () => {
    const inner = { 'Object 1.odt': 'PK not opened' }
    expect(await extract(odtOf('<text:p>Words.</text:p>', inner))).toMatchObject({
      warnings: [{ kind: 'files-inside-left-out', count: 1 }],
    })
  })

  test('under a password says so', async () => {
    const locked = manifestOf('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
    expect(await extract(odtOf('', locked))).toEqual({ refused: 'encrypted' })
  })

  test('that is another kind of zip is refused as what it is not', async () => {
    const sheet = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })
    expect(await extract(sheet)).toEqual({ refused: 'not-what-it-says' })
  })

  test('that is a zip bomb, or holds one, is refused before anything inflates it', async () => {
    expect(await extract(odtOf(' '.repeat(50_000_000)))).toEqual({ refused: 'too-large' })
    const inner = { 'Pictures/inner.zip': '\0'.repeat(50_000_000) }
    expect(await extract(odtOf('<text:p>x</text:p>', inner))).toEqual({ refused: 'too-large' })
  })

  test('of too many parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p/${at}`, 'x']))
    expect(await extract(odtOf('', parts), { zipEntries: 50 })).toEqual({ refused: 'too-large' })
  })

  test('whose entities would multiply without end is refused', async () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><office:document-content>&b;</office:document-content>`
    expect(await extract(odtOf('', { 'content.xml': laughs }))).toEqual({ refused: 'built-to-overload' })
  })

  test('nested 100,000 deep is refused', async () => {
    const deep = Array.from(
      { length: 100_000 },
      (_, at) => `<text:section text:name="${randomBytes(3).toString('hex')}${at}">`,
    ).join('')
    expect(await extract(odtOf(deep))).toEqual({ refused: 'built-to-overload' })
  })

  test('whose words break off is refused as damaged', async () => {
    const cut = '<office:document-content><office:body><text:p>half'
    expect(await extract(odtOf('', { 'content.xml': cut }))).toEqual({ refused: 'damaged' })
    const whole = odtOf('<text:p>words</text:p>')
    expect(await extract(whole.subarray(0, whole.length - 30))).toEqual({ refused: 'damaged' })
  })

  test('that would fill the memory is ended', async () => {
    const words = Array.from({ length: 500_000 }, (_, at) => `<text:p>${Math.sin(at)}</text:p>`).join('')
    expect(await extract(odtOf(words), { memoryMegabytes: 100 })).toEqual({ refused: 'too-large' })
  })
})
