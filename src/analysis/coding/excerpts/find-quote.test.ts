import { expect, test } from 'vitest'
import { findQuote } from './find-quote.ts'

const texts = [{ key: 'answer-1', text: 'Ten years.\n\nTen  years, ten\nyears.\n\nYears.' }]

test('each place is named with the paragraph that it begins in', () => {
  const found = findQuote(texts, { words: 'en years' })
  expect(found.map(({ start, paragraph }) => [start, paragraph])).toEqual([
    [1, 1],
    [13, 2],
    [25, 2],
  ])
  expect(findQuote(texts, { words: 'Years.' })).toMatchObject([{ paragraph: 3 }])
})

test('a word that stands on every page of a book is found in no more time than the book takes to read', () => {
  const book = [{ key: 'attachment-1', text: 'the end\n\n'.repeat(200_000) }]
  const found = findQuote(book, { words: 'the' })
  expect(found).toHaveLength(200_000)
  expect(found.at(-1)?.paragraph).toBe(200_000)
})
