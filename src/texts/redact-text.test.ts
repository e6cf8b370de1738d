import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, foldText, paragraphsOf } from '../platform/text/index.ts'
import { fillGaps, type Gap, gapsOf, type Mark } from './index.ts'

const say = ({ reasons }: Gap) => `[${reasons.join(', ')}]`
const redact = (text: string, ...marks: Mark[]) => fillGaps(text, gapsOf(text, marks), say)
const mark = (start: number, end: number, reason = 'a'): Mark => ({ start, end, reason })

describe('a redacted text', () => {
  test('holds what stays, and each gap’s reason', () => {
    expect(redact('Call Ann at noon.', mark(5, 8))).toBe('Call [a] at noon.')
  })
  test('has one gap where marks overlap, touch or lie in one another, with every reason', () => {
    expect(redact('abcdefghij', mark(1, 4), mark(3, 6, 'b'))).toBe('a[a, b]ghij')
    expect(redact('abcdefghij', mark(4, 6, 'b'), mark(1, 4))).toBe('a[a, b]ghij')
    expect(redact('abcdefghij', mark(1, 9), mark(3, 6, 'b'), mark(4, 5))).toBe('a[a, b]j')
    expect(redact('abcdefghij', mark(1, 3), mark(4, 5))).toBe('a[a]d[a]fghij')
  })
  test('never holds half a letter', () => {
    expect(redact('x🦉y', mark(2, 3))).toBe('x[a]y')
    expect(redact('xe\u0301y', mark(1, 2))).toBe('x[a]y')
    expect(redact('x👩‍👩‍👧y', mark(4, 5))).toBe('x[a]y')
  })
  test('keeps the number of each paragraph, though a mark runs over several', () => {
    const text = 'First one.\n\nSecond one.\n\nThird one.'
    expect(redact(text, mark(6, 30))).toBe('First [a]\n\n[a]\n\n[a] one.')
  })

  const letter = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('a', 'b', 'é', 'e\u0301', '漢', ' ', '\n', '\n\n'),
  )
  const text = fc.array(letter, { minLength: 1, maxLength: 80 }).map((all) => all.join(''))
  const stretches = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 })

  const isGone = (at: number, gaps: readonly Gap[]) => gaps.some(({ start, end }) => at >= start && at < end)
  const marksIn = (whole: string, pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([a, b]) => {
      const start = a % whole.length
      return mark(start, start + 1 + (b % (whole.length - start)))
    })
  const places = (stretches: readonly { start: number; end: number }[]) =>
    stretches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
  const isWordy = (words: string) => (words.match(/[\p{L}\p{N}]/gu) ?? []).length > 2

  test('holds no redacted stretch, except where the search before publishing finds it', () => {
    fc.assert(
      fc.property(text, stretches, (whole, pairs) => {
        const marks = marksIn(whole, pairs)
        const gaps = gapsOf(whole, marks)
        const left = fillGaps(whole, gaps, () => '\0')
        const kept = places(marks).filter((at) => !isGone(at, gaps) && /\S/.test(whole[at] ?? ''))
        expect(kept).toEqual([])
        expect(left).toHaveLength(whole.length - places(gaps).length + gaps.length)
        const cut = gaps.map(({ start, end }) => whole.slice(start, end))
        for (const words of cut.filter((one) => isWordy(one) && left.includes(one)))
          expect(findWords(foldText(left), words)).not.toEqual([])
        expect(paragraphsOf(fillGaps(whole, gaps, () => '[x]'))).toHaveLength(paragraphsOf(whole).length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('redacted words are found', () => {
  const finds = (text: string, words: string) =>
    findWords(foldText(text), words).map(({ start, end, whole }) => [text.slice(start, end), whole])

  test.each([
    ['in capitals', 'ask ANN SMITH now', 'ANN SMITH'],
    ['over the end of a line', 'ask Ann\n  Smith now', 'Ann\n  Smith'],
    ['parted by a hyphen at the end of a line', 'ask Ann Smi-\nth now', 'Ann Smi-\nth'],
    ['with soft hyphens and signs of no width', 'ask An\u00adn Sm\u200bith now', 'An\u00adn Sm\u200bith'],
    ['with accents of either kind', 'ask Änn Smi\u0301th now', 'Änn Smi\u0301th'],
    ['in letters of full width', 'ask Ａｎｎ Smith now', 'Ａｎｎ Smith'],
  ])('%s', (_how, text, words) => {
    expect(finds(text, 'Ann Smith')).toEqual([[words, true]])
  })
  test('though ß is written SS, or a telephone number otherwise', () => {
    expect(finds('HAUPTSTRASSE 5', 'Hauptstraße')).toEqual([['HAUPTSTRASSE', true]])
    expect(finds('+49 (30) 1234-5', '0049 30 12345'.slice(2))).toEqual([['49 (30) 1234-5', true]])
  })
  test('inside longer words, and said to be inside', () => {
    expect(finds('the annual meeting', 'Ann')).toEqual([['ann', false]])
    expect(finds('我叫王小明。', '王小明')).toEqual([['王小明', true]])
  })
  test('never across a gap', () => {
    expect(finds('An\0n', 'Ann')).toEqual([])
  })
})
