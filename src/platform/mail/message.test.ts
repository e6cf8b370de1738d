import { expect, test } from 'vitest'
import { isAddress, oneLine, wrap } from './message.ts'

test.each([
  'ada@example.org',
  'ada.lovelace+docket@mail.example.co.uk',
  'ada@localhost',
  'zoë@bücher.example',
])('%j is an address', (text) => expect(isAddress(text)).toBe(true))

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example.org\r\nBcc: all@example.org',
  'ada@example.org, eve@example.org',
  'Ada <ada@example.org>',
  'ada@exa mple.org',
  'ada@example..org',
  `${'a'.repeat(65)}@example.org`,
])('%j is none', (text) => expect(isAddress(text)).toBe(false))

test('a subject can start no other header', () => {
  expect(oneLine('Hello\r\nBcc: all@example.org\u2028X')).toBe('Hello Bcc: all@example.org X')
})

test('text is wrapped for mail readers, and a link stays whole', () => {
  const link = `https://parley.example/sign-in/${'x'.repeat(90)}`
  const lines = wrap(`${'word '.repeat(40).trim()}\r\n\r\n${link}`).split('\n')
  expect(lines.slice(0, -1).every((line) => line.length <= 72)).toBe(true)
  expect(lines.at(-2)).toBe('')
  expect(lines.at(-1)).toBe(link)
})
