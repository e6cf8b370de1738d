import { expect, test } from 'vitest'
import { repeatedPhrases } from './repeated-phrases.ts'

const said = (text: string, language = 'en') => repeatedPhrases([{ text, language }])

test('a comment’s key phrases are those to which several of its paragraphs come back', () => {
  const text = [
    'Security updates must last ten years, and a label must say so.',
    'Without security updates a phone is waste. The label helps.',
    'Makers hide the date. We want security updates, and the label on the box.',
  ].join('\n\n')
  expect(said(text)).toEqual(['Security updates', 'label'])
})

test('what is said in one paragraph only, or in no words, is no key phrase', () => {
  expect(said('Ten years of updates, ten years of updates, ten years of updates.')).toEqual([])
  expect(said('… 12 …\n\n… 12 …')).toEqual([])
})

test('a book is soon looked through', () => {
  const book = Array.from({ length: 20_000 }, (_, at) => `Paragraph ${at} of my book of updates.`).join(
    '\n\n',
  )
  expect(said(book).length).toBeGreaterThan(0)
}, 5000)
