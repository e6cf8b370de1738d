import { expect, test } from 'vitest'
import {
  commentKeyOf,
  hashOfCode,
  isKeyOf,
  newCode,
  newIdempotencyKey,
  readCode,
  storedIdempotencyKey,
} from './secrets.ts'

test('a code is read as it was meant, however it was typed', () => {
  const code = newCode()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(readCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
  expect(readCode('o1234-L1234-I1234-01234')).toBe('01234-11234-11234-01234')
  expect(readCode('too short')).toBeUndefined()
  expect(readCode('UUUUU-UUUUU-UUUUU-UUUUU')).toBeUndefined()
})

test('no two codes are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000)
})

test('a second click learns the same comment key, another request another one', () => {
  const key = newIdempotencyKey()
  expect(commentKeyOf('a', key)).toBe(commentKeyOf('a', key))
  expect(commentKeyOf('a', key)).not.toBe(commentKeyOf('b', key))
  expect(storedIdempotencyKey('a', key)).not.toContain(key)
})

test('only the right key opens a comment, and none opens one that has no key', () => {
  const key = commentKeyOf('a', newIdempotencyKey())
  expect(isKeyOf(key.toLowerCase(), hashOfCode(key))).toBe(true)
  expect(isKeyOf(newCode(), hashOfCode(key))).toBe(false)
  expect(isKeyOf(key, null)).toBe(false)
  expect(isKeyOf('', Buffer.alloc(32))).toBe(false)
})
