import { expect, test } from 'vitest'
import { readStateOf } from './model.ts'

test('a comment waits until somebody reads it, and is being read until all who took it are done', () => {
  expect(readStateOf({ taken: 0, done: 0, substantive: 0 })).toBe('waits')
  expect(readStateOf({ taken: 1, done: 0, substantive: 0 })).toBe('being-read')
  expect(readStateOf({ taken: 1, done: 1, substantive: 1 })).toBe('being-read')
})

test('it is not substantive only where nobody found anything in it', () => {
  expect(readStateOf({ taken: 0, done: 2, substantive: 0 })).toBe('not-substantive')
  expect(readStateOf({ taken: 0, done: 2, substantive: 1 })).toBe('coded')
})
