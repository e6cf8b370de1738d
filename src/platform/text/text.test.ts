import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanText,
  countWords,
  decodeText,
  harmlessCell,
  markdownToHtml,
  minutesToRead,
  normaliseLineEnds,
  originalCell,
  paragraphsOf,
  tidyName,
} from './index.ts'

const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      ' ',
      '\t',
      '\0',
      '\ud800',
      '\udc00',
      '\u202e',
      '\u2029',
      '\f',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('a', 'é', '漢', '🦉', '\ufeff'),
  ),
})

describe('paragraphs', () => {
  test('cover every word of the text, in order, and overlap nowhere', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        let reached = 0
        for (const { start, end } of paragraphsOf(text)) {
          expect(text.slice(reached, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          reached = end
        }
        expect(text.slice(reached).trim()).toBe('')
      }),
    )
  })

  test('hold no blank line and neither begin nor end with white space', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        for (const { start, end } of paragraphsOf(cleanText(text).text)) {
          const quote = cleanText(text).text.slice(start, end)
          expect(quote).toBe(quote.trim())
          expect(quote).not.toMatch(/\n\s*\n/)
        }
      }),
    )
  })

  test('are counted from one, and a single line end does not part them', () => {
    const text = 'First,\nstill first.\n \n\n  Second.\n'
    const found = paragraphsOf(text).map(({ number, start, end }) => [number, text.slice(start, end)])
    expect(found).toEqual([
      [1, 'First,\nstill first.'],
      [2, 'Second.'],
    ])
  })

  test('are found in a text of a million line ends without delay', () => {
    expect(paragraphsOf('a\n\n'.repeat(500_000))).toHaveLength(500_000)
  })
})

describe('cleaning', () => {
  test('leaves nothing that PostgreSQL refuses or that turns the writing round', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const { text } = cleanText(raw)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[\0\r\u202d\u202e]/)
      }),
    )
  })

  test('done twice changes nothing more', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const { text } = cleanText(raw)
        expect(cleanText(text)).toEqual({ text, replaced: [] })
      }),
    )
  })

  test('loses no letter, and changes nothing but line ends in ordinary text', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const letters = (text: string) => text.match(/[\p{L}\p{N}\p{P}\p{M}]/gu) ?? []
        expect(letters(cleanText(raw).text)).toEqual(letters(raw))
      }),
    )
    expect(cleanText('Zwei\r\nZeilen\rÜ')).toEqual({ text: 'Zwei\nZeilen\nÜ', replaced: [] })
  })

  test('says what was replaced and how often, and shows which control stood there', () => {
    expect(cleanText('a\0b\0c\ud800d\u0007e\u202ef')).toEqual({
      text: 'a\ufffdb\ufffdc\ufffdd\u2407e\ufffdf',
      replaced: [
        { what: 'nul', count: 2 },
        { what: 'lone-surrogate', count: 1 },
        { what: 'control', count: 1 },
        { what: 'direction-override', count: 1 },
      ],
    })
  })

  test('takes every machine’s line end for the same', () => {
    expect(normaliseLineEnds('a\r\nb\rc\u2028d\u0085e\ff')).toBe('a\nb\nc\nd\ne\n\nf')
  })
})

describe('decoding', () => {
  const bytes = (text: string, encoding: BufferEncoding, ...mark: number[]) =>
    Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)])
  const words = 'Überprüfung – naïve “façade”'

  test('reads UTF-8 without owning up to a guess', () => {
    expect(decodeText(bytes(words, 'utf8'))).toEqual({ text: words, encoding: 'utf-8', assumed: false })
  })

  test('follows a byte-order mark and leaves it out of the text', () => {
    expect(decodeText(bytes(words, 'utf16le', 0xff, 0xfe))).toEqual({
      text: words,
      encoding: 'utf-16le',
      assumed: false,
    })
    const swapped = Buffer.from(bytes(words, 'utf16le', 0xff, 0xfe)).swap16()
    expect(decodeText(swapped)).toEqual({ text: words, encoding: 'utf-16be', assumed: false })
    expect(decodeText(bytes(words, 'utf8', 0xef, 0xbb, 0xbf)).text).toBe(words)
  })

  test('says that it assumed two-byte units where no mark told', () => {
    expect(decodeText(bytes(words, 'utf16le'))).toMatchObject({
      text: words,
      encoding: 'utf-16le',
      assumed: true,
    })
    expect(decodeText(Buffer.from(bytes(words, 'utf16le')).swap16())).toMatchObject({
      text: words,
      encoding: 'utf-16be',
      assumed: true,
    })
  })

  test('says that it assumed Windows-1252 where the bytes are no UTF-8', () => {
    const old = Uint8Array.of(0x93, 0x54, 0x65, 0x73, 0x74, 0x94, 0x20, 0x80, 0xfc)
    expect(decodeText(old)).toEqual({ text: '“Test” €ü', encoding: 'windows-1252', assumed: true })
  })

  test('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (any) => typeof decodeText(any).text === 'string'))
  })
})

describe('Markdown', () => {
  test('a stranger’s markup becomes text, not tags', () => {
    const html = markdownToHtml('<script>alert(1)</script> <b onclick="x()">b</b>')
    expect(html).not.toMatch(/<script|<b/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('links tell search engines nothing and lead to no script', () => {
    expect(markdownToHtml('[a](https://example.org)')).toBe(
      '<p><a href="https://example.org" rel="nofollow ugc noopener">a</a></p>\n',
    )
    expect(markdownToHtml('[a](javascript:alert(1))')).not.toContain('<a')
    expect(markdownToHtml('[a](//example.org)')).not.toContain('href')
  })

  test('an image is a link, so that reading a comment calls no third party', () => {
    const html = markdownToHtml('![a chart](https://example.org/chart.png)')
    expect(html).not.toContain('<img')
    expect(html).toContain('>a chart</a>')
  })

  test('headings fit below those of the page', () => {
    expect(markdownToHtml('# One\n\n###### Six', { top: 3 })).toBe('<h3>One</h3>\n<h6>Six</h6>\n')
  })

  test('no text of a stranger makes a tag beyond the few allowed, or an attribute that acts', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      ']',
      '(',
      ')',
      '!',
      'javascript:',
      'onload=',
      '&#x3c;',
      'img',
      ' ',
      '\n',
      '`',
      '#',
      'http://e.org',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const [, tag, rest] of markdownToHtml(pieces.join('')).matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)) {
          expect(tag).toMatch(/^(h[1-6]|p|ul|ol|li|blockquote|pre|hr|code|a|em|strong|br|s)$/)
          expect(rest?.replace(/ (href|rel|title|start)="[^"]*"/g, '')).toMatch(/^( \/)?$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('counting', () => {
  test('a word is what a reader takes for one', () => {
    expect(countWords("Don't drop well-known words, 3.5 of them")).toBe(7)
    expect(countWords('')).toBe(0)
  })

  test('writing without spaces counts its characters', () => {
    expect(countWords('漢字とkana')).toBe(4)
  })

  test('reading takes at least a minute', () => {
    expect(minutesToRead(0)).toBe(1)
    expect(minutesToRead(239)).toBe(2)
  })

  test('a hundred thousand characters of anything are counted without delay', () => {
    for (const unit of ['a', '漢', "a'", '-', '\u0301']) {
      expect(countWords(unit.repeat(100_000))).toBeGreaterThanOrEqual(0)
    }
  })
})

test('a name stands on one line and shows what it holds', () => {
  expect(tidyName('  Zoë \n\u202e Müller\0 ')).toBe('Zoë Müller')
  expect(tidyName(`Z${'\u0301'.repeat(500)}algo`)).toHaveLength(9)
})

describe('a cell of a table', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r', '＝1', "'=1", "''+x"])(
    'that would begin a formula is made harmless: %j',
    (text) => expect(harmlessCell(text)).toBe(`'${text}`),
  )
  test('that begins no formula stays as it is, and every cell can be had back', () => {
    expect(harmlessCell("'tis nothing")).toBe("'tis nothing")
    fc.assert(fc.property(fc.string(), (text) => originalCell(harmlessCell(text)) === text))
    fc.assert(
      fc.property(
        fc.stringMatching(/^['=+@\-a\t]{0,6}$/),
        (text) => originalCell(harmlessCell(text)) === text,
      ),
    )
  })
})
