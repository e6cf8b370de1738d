import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id } from '../platform/id.ts'
import { extractionWords, fitSpan, sayRefusal, sayWarning, spanOf } from './index.ts'

const version = 'v' as Id<'text-version'>

describe('a span', () => {
  test('that was cut from a text fits it, wherever it was cut between letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const letters = [...text]
        const cut = (at: number) => letters.slice(0, at % (letters.length + 1)).join('').length
        const [start, end] = [Math.min(cut(a), cut(b)), Math.max(cut(a), cut(b))]
        const span = spanOf(version, text, { start, end })
        expect(fitSpan(text, span)).toBe(start === end ? 'empty' : 'fits')
      }),
    )
  })

  test.each([
    ['outside-the-text', 0, 12, 'Hello owl 🦉'],
    ['outside-the-text', -1, 3, 'Hel'],
    ['outside-the-text', 0.5, 3, 'Hel'],
    ['outside-the-text', Number.NaN, 3, 'Hel'],
    ['empty', 4, 4, ''],
    ['empty', 4, 2, ''],
    ['splits-a-letter', 10, 11, '\ud83e'],
    ['quote-differs', 0, 5, 'hello'],
    ['fits', 0, 5, 'Hello'],
    ['fits', 10, 12, '🦉'],
  ])('is %s at %d to %d', (fit, start, end, quote) => {
    expect(fitSpan(fit === 'outside-the-text' ? 'Hello owl' : 'Hello owl 🦉', { start, end, quote })).toBe(
      fit,
    )
  })
})

describe('a sender is told', () => {
  const t = extractionWords.in('en')

  test('that a scan holds no text, and what to do', () => {
    expect(sayRefusal(t, 'no-text')).toContain('paste its text into the form')
  })

  test('which pages hold none', () => {
    expect(sayWarning(t, { kind: 'pages-without-text', pages: [2, 4] })).toBe(
      'Pages 2, 4 hold no text that we can read. If they are scans, their words are missing.',
    )
  })

  test('which encoding was assumed', () => {
    expect(sayWarning(t, { kind: 'encoding-assumed', encoding: 'windows-1252' })).toContain('windows-1252')
  })
})
