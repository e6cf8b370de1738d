import { expect, test } from 'vitest'
import type { ExcerptId } from '../../coding/model.ts'
import { GONE, withoutGone } from '../model.ts'
import { findQuoted } from './find-quoted.ts'

const [one, two] = ['one', 'two'] as ExcerptId[]
if (!one || !two) throw new Error('Two ids are needed.')

const excerpts = [
  { excerpt: one, words: 'We live at Rose Street and want ten years.', language: 'en' },
  { excerpt: two, words: 'Nobody wants ten years of updates here.', language: 'en' },
]

test('words that a sentence takes over from an excerpt go with the excerpt', () => {
  const text = 'Some “live at Rose Street”; others say that nobody wants ten years of it.'
  const quoted = findQuoted(text, 'en', excerpts)
  expect(quoted.map(({ excerpt, starts, ends }) => [excerpt, text.slice(starts, ends)])).toEqual([
    [one, 'live at Rose Street'],
    [two, 'nobody wants ten years of'],
  ])
  expect(withoutGone(text, quoted, (excerpt) => excerpt === two)).toBe(
    `Some “${GONE}”; others say that nobody wants ten years of it.`,
  )
  expect(withoutGone(text, quoted, () => false)).toBe(`Some “${GONE}”; others say that ${GONE} it.`)
})

test('two words that both happen to use are nobody’s', () => {
  expect(findQuoted('Users want ten months.', 'en', excerpts)).toEqual([])
})

test('a sentence that says one word over and over is soon done', () => {
  const again = 'yes '.repeat(20_000)
  expect(
    findQuoted(again.slice(0, 2000), 'en', [{ excerpt: one, words: again, language: 'en' }]),
  ).toHaveLength(1)
}, 5000)
