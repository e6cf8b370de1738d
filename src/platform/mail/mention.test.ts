import { expect, test } from 'vitest'
import { mentionOfAddress, mentionOfName } from './mention.ts'

const mentions = (pattern: string, text: string) => new RegExp(pattern, 'i').test(text)

test('an address is found where it stands whole, and not within another', () => {
  const pattern = mentionOfAddress('bob+x@example.org')
  for (const text of [
    'bob+x@example.org',
    'to <BOB+X@example.org>.',
    'mailto:bob+x@example.org?',
    'at\nbob+x@example.org.',
  ])
    expect(mentions(pattern, text), text).toBe(true)
  for (const text of [
    'jobob+x@example.org',
    'bob+x@example.org.uk',
    'a.bob+x@example.org',
    'bobbx@example.org',
    'bob+x@example.org-x.net',
  ])
    expect(mentions(pattern, text), text).toBe(false)
})

test('a name is found over two lines, and not within another', () => {
  const pattern = mentionOfName('Ann  Lee')
  expect(mentions(pattern, 'Dear Ann\nLee,')).toBe(true)
  expect(mentions(pattern, 'Joann Lee')).toBe(false)
  expect(mentions(pattern, 'Ann Leeds')).toBe(false)
})
