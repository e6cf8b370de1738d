import { describe, expect, test, vi } from 'vitest'
import { sharedData } from '../../testing/shared-data.ts'
import { fileOf, odtOf } from '../testing.ts'
import { type ExtractionOptions, extractText } from './extract-text.ts'

vi.setConfig({ testTimeout: 60_000 })

const assets = sharedData('comments-documents/assets')

const documents = [
  '0005-minimum-assessment-scope',
  '0006-key-security-indicators',
  '0007-significant-change-notification',
  '0008-continuous-reporting-standard',
]
const importers: [string, string, ExtractionOptions][] = [
  ['Markdown', '.md', {}],
  ['PDF by our own reader', '.pdf', { pdftotext: null }],
  ['PDF by whichever reader is here', '.pdf', {}],
]

async function wordsOf(name: string, options: ExtractionOptions = {}): Promise<string[]> {
  const extraction = await extractText({ path: `${assets}/${name}`, name }, options)
  if (!('text' in extraction)) throw new Error(`${name} was refused: ${extraction.refused}`)
  return (
    extraction.text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Where the first word stands that the other text lacks at its place in the order; nothing where all are there. */
function firstLost(words: string[], others: string[]): string | undefined {
  let at = 0
  for (const other of others) if (other === words[at]) at += 1
  return words[at]
}

describe.skipIf(!assets)('one document through three importers', () => {
  for (const name of documents) {
    test.each(importers)(
      `${name}: every word of the DOCX stands in the %s, in order`,
      async (_kind, end, options) => {
        const docx = await wordsOf(`${name}.docx`)
        const other = await wordsOf(`${name}${end}`, options)
        expect(firstLost(docx, other)).toBeUndefined()
        // What it has beyond them: page heads and numbers, list numbers, addresses of links.
        expect(other.length / docx.length).toBeLessThan(1.12)
      },
    )
  }
})

/** The same paragraphs in the other kinds that word processors write. */
const written: [string, (paragraphs: string[]) => Uint8Array | string][] = [
  ['odt', (paragraphs) => odtOf(paragraphs.map((each) => `<text:p>${escaped(each)}</text:p>`).join(''))],
  ['html', (paragraphs) => `<!doctype html>${paragraphs.map((each) => `<p>${escaped(each)}`).join('\n')}`],
  ['rtf', (paragraphs) => `{\\rtf1\\ansi\\uc0 ${paragraphs.map(inRtf).join('\\par\n')}}`],
]

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const inRtf = (text: string) =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/\n/g, '\\line ')
    .replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0)} `)

describe.skipIf(!assets)('one document written in other kinds', () => {
  test.each(written)('gives the words of the DOCX, all and no more, as %s', async (kind, write) => {
    for (const name of documents) {
      const docx = await extractText({ path: `${assets}/${name}.docx`, name: 'c.docx' })
      if (!('text' in docx)) throw new Error(docx.refused)
      const other = await extractText(await fileOf(`c.${kind}`, write(docx.text.split(/\n{2,}/))))
      expect('text' in other && other.text.split(/\s+/)).toEqual(docx.text.split(/\s+/))
    }
  })
})

const letter = sharedData('comments-documents/fedramp-on-nist-800-53r5')

test.skipIf(!letter)('a letter reads the same by either reader of PDF', async () => {
  const path = `${letter}/FedRAMP_Comments_on_Draft_NIST_SP_800-53_Revision_5.pdf`
  const letters = async (options: ExtractionOptions) => {
    const extraction = await extractText({ path, name: 'letter.pdf' }, options)
    return 'text' in extraction ? extraction.text.replace(/[^\p{L}\p{N} ]/gu, '').length : 0
  }
  const [own, found] = [await letters({ pdftotext: null }), await letters({})]
  expect(Math.abs(own - found) / own).toBeLessThan(0.02)
})
