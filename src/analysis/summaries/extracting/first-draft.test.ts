import { expect, test } from 'vitest'
import type { Position } from '../../coding/model.ts'
import { firstDraft } from './first-draft.ts'

const says = (excerpt: string, group: string, position: Position, words: string) => ({
  ...{ excerpt, group, position, words, language: 'en' },
})

test('a first draft quotes one telling sentence of each group for each position, word for word', () => {
  const draft = firstDraft([
    says(
      'a',
      'users',
      'support',
      'Hello there, dear readers of this. Security updates for ten years are needed.',
    ),
    says('b', 'users', 'support', 'We need security updates for ten years.'),
    says('c', 'users', 'support', 'My cat likes the warm lamp very much.'),
    says('d', 'private-sector', 'oppose', 'Ten years of security updates cost too much.'),
    says('e', 'academia', 'support', 'Research shows that long support works.'),
  ])
  expect(draft.map(({ excerpt }) => excerpt)).toEqual([expect.stringMatching(/a|b/), 'e', 'd'])
  expect(draft.at(-1)?.text).toBe('“Ten years of security updates cost too much.”')
})

test('of nothing there is no draft, and what has neither words nor end breaks nothing', () => {
  expect(firstDraft([])).toEqual([])
  expect(firstDraft([says('a', 'users', 'support', '🙂🙂🙂')])).toEqual([{ text: '“🙂🙂🙂”', excerpt: 'a' }])
  expect(firstDraft([says('a', 'users', 'support', 'endless '.repeat(20_000))])).toEqual([])
})
