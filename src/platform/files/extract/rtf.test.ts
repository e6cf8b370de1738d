import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fileOf } from '../testing.ts'
import { extractText } from './extract-text.ts'
import { readRtf } from './rtf-text.ts'

vi.setConfig({ testTimeout: 60_000 })

const latin = (text: string) => Buffer.from(text, 'latin1')

function read(body: string) {
  const result = readRtf(latin(`{\\rtf1\\ansi ${body}}`))
  if ('refused' in result) throw new Error(result.refused)
  return { text: result.text.trim(), warnings: result.warnings }
}
const textOf = (body: string) => read(body).text

describe('an RTF', () => {
  test('keeps paragraphs, line breaks, tabs and cells in reading order', () => {
    const body = String.raw`\pard Our view\par One {\b two}\tab three\line four\par
\trowd left\cell right\cell\row Braces \{ \} and \\.`
    expect(textOf(body)).toBe('Our view\n\nOne two\tthree\nfour\n\nleft\n\nright\n\nBraces { } and \\.')
  })

  test.each([
    ['of the page that the file names', String.raw`\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2`, 'Привет'],
    [
      'of the page of their font',
      String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'cf\'f0\'e8\f0  \'fc`,
      'При ü',
    ],
    ['that take two bytes', String.raw`\ansicpg932 \'93\'fa\'96{`.concat('}x'), '日\ufffdx'],
    ['that take two bytes, one of them a plain letter', String.raw`\ansicpg932 \'83A`, 'ア'],
    ['in Unicode with a stand-in', String.raw`caf\u233?, \u-10179?\u-8704? {\uc2\u8364 EUR}`, 'café, 😀 €R'],
    ['in Unicode with stand-ins as bytes', String.raw`\uc2 \u26085\'93\'fa\u26412\'96\'7b!`, '日本!'],
    ['in Unicode without stand-ins', String.raw`\uc0\u233x`, 'éx'],
    ['of the old page', String.raw`\'93quoted\'94 \'80`, '“quoted” €'],
    ['with names', String.raw`\ldblquote a\rdblquote\emdash b\~c\-d\_e`, '“a”—b\u00a0cd\u2011e'],
    ['twice, once in Unicode', String.raw`{\upr{Fur}{\*\ud{F\u252 ur}}} x`, 'Für x'],
  ])('reads letters %s', (_way, body, text) => {
    expect(textOf(body)).toBe(text)
  })

  test('has no text in fonts, styles, facts about itself, heads, instructions and marked extras', () => {
    const body = String.raw`{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}}{\info{\author Ann}{\title T}}{\header head}{\*\generator Word;}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}} {\*\unknown no}{\object{\*\objdata 0102}{\result shown}}`
    expect(textOf(body)).toBe('link shown')
  })

  test('keeps the words of text boxes, and not twice', () => {
    const body = String.raw`a {\shp{\*\shpinst{\sp{\sn name}{\sv value}}{\shptxt boxed\par}}{\shprslt boxed\par}}`
    expect(textOf(body)).toBe('a boxed')
  })

  test('numbers its notes where they stand and puts them at the end', () => {
    const body = String.raw`One{\super\chftn}{\footnote\pard{\super\chftn} First.} two{\*\footnote Second.}\par`
    expect(textOf(body)).toBe('One[1] two[2]\n\n[1] First.\n\n[2] Second.')
  })

  test('with tracked changes, comments, pictures or hidden text says what is left out', () => {
    const body = String.raw`We {\v secretly }{\v0 must}{\deleted  not} agree{\*\atnid A}{\*\annotation really?}{\*\shppict{\pict 0102}}{\nonshppict{\pict 0102}}\v hid\plain .`
    expect(read(body)).toEqual({
      text: 'We must agree.',
      warnings: [
        { kind: 'changes-shown-as-accepted' },
        { kind: 'hidden-text-left-out' },
        { kind: 'margin-comments-left-out', count: 1 },
        { kind: 'pictures-left-out', count: 1 },
      ],
    })
  })

  test('in a code page that nobody here knows says which was assumed', () => {
    expect(read(String.raw`\ansicpg437 \'fc`).warnings).toEqual([
      { kind: 'encoding-assumed', encoding: 'windows-1252' },
    ])
  })

  test('passes over bytes in the raw, whatever they say', () => {
    expect(textOf('a{\\pict\\bin4 }}}}}b')).toBe('ab')
  })

  test('cut short, or nested 100,000 deep, is refused', async () => {
    const extract = async (text: string) => extractText(await fileOf('c.rtf', text))
    expect(await extract('{\\rtf1 The first half of a')).toEqual({ refused: 'damaged' })
    expect(await extract(`{\\rtf1${'{'.repeat(100_000)}`)).toEqual({ refused: 'built-to-overload' })
  })

  test('made of any bytes, and of any tokens in any order, is read or refused, never more', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '\\',
      '\\*',
      "\\'",
      "\\'e9",
      '\\u',
      '\\u-1',
      '\\u99999999999',
      '\\uc9999',
      '\\bin',
      '\\bin99999999',
      '\\bin-5',
      '\\f1',
      '\\fcharset128',
      '\\fonttbl',
      '\\upr',
      '\\ud',
      '\\footnote',
      '\\v',
      '\\plain',
      '\\constructor',
      '\\toString',
      '\\ansicpg0',
      '\\par',
      '\n',
      'words',
      '\xff',
      '\0',
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((each) => Buffer.from(each).toString('latin1')),
      fc.array(token, { maxLength: 80 }).map((tokens) => tokens.join('')),
    )
    fc.assert(
      fc.property(bytes, (inside) => {
        const result = readRtf(latin(`{\\rtf1 ${inside}}`))
        return 'refused' in result || result.text.length <= inside.length * 4 + 100
      }),
      { numRuns: 5000 },
    )
  })

  test.each(['{', '\\', "\\'", '\\u1 ', '{\\footnote ', '{\\upr', 'a', "\\'93", '\\bin1 ', '{}'])(
    'that repeats %j without end is read in time that grows with its length only',
    (unit) => {
      expect(readRtf(latin(`{\\rtf1 ${unit.repeat(300_000)}`))).toHaveProperty('refused')
    },
  )
})
