import { expect, test } from 'vitest'
import type { ExcerptId } from '../../coding/model.ts'
import { GONE, goneIn, moved, withoutGone } from '../gone.ts'
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

test('one word or two go with the excerpt where they stand in quotation marks, or are all that it says', () => {
  const quotes = [
    '“Rose Street”',
    '"rose street"',
    '« Rose Street »',
    '„Rose Street.“',
    '‘Rose Street,’',
    '「Rose Street」',
  ]
  for (const said of quotes) {
    const text = `They speak of ${said} and of the device’s price.`
    const left = withoutGone(text, findQuoted(text, 'en', excerpts), () => false)
    expect(left).not.toMatch(/rose|street/i)
    expect(left).toContain(`${GONE}`)
  }
  const whole = [{ excerpt: one, words: 'Rose Street!', language: 'en' }]
  const text = 'All live in Rose Street.'
  expect(withoutGone(text, findQuoted(text, 'en', whole), () => false)).toBe(`All live in ${GONE}.`)
  expect(findQuoted('The “rose” is theirs, the “tulip” is not.', 'en', excerpts)).toHaveLength(1)
})

test('what two excerpts both say stays while either of them is public, and not a word more', () => {
  const both = [
    { excerpt: one, words: 'alpha beta gamma delta epsilon', language: 'en' },
    { excerpt: two, words: 'gamma delta epsilon zeta eta', language: 'en' },
  ]
  const text = 'They say alpha beta gamma delta epsilon zeta eta today.'
  const quoted = findQuoted(text, 'en', both)
  expect(withoutGone(text, quoted, (id) => id === two)).toBe(
    `They say ${GONE} gamma delta epsilon zeta eta today.`,
  )
  expect(withoutGone(text, quoted, (id) => id === one)).toBe(
    `They say alpha beta gamma delta epsilon ${GONE} today.`,
  )
  expect(withoutGone(text, quoted, () => false)).toBe(`They say ${GONE} today.`)
})

test('once one excerpt is taken out, what is quoted of others is found where it stands then', () => {
  const text = 'Some “live at Rose Street”; others say that nobody wants ten years of it.'
  const quoted = findQuoted(text, 'en', excerpts)
  const gone = goneIn(text, quoted, (id) => id === two)
  const left = withoutGone(text, quoted, (id) => id === two)
  const [there] = moved(
    quoted.filter(({ excerpt }) => excerpt === two),
    gone,
  )
  expect(left.slice(there?.starts, there?.ends)).toBe('nobody wants ten years of')
})
