import { expect, test } from 'vitest'
import { readStateOf } from './model.ts'

const read = { taken: 0, done: 0, substantive: 0, awaitsSecond: false }

test('a comment waits until somebody reads it, and is being read until all who took it are done', () => {
  expect(readStateOf({ ...read, taken: 0 })).toBe('waits')
  expect(readStateOf({ ...read, taken: 1 })).toBe('being-read')
  expect(readStateOf({ ...read, taken: 1, done: 1, substantive: 1 })).toBe('being-read')
})

test('it is not substantive only where nobody found anything in it', () => {
  expect(readStateOf({ ...read, done: 2 })).toBe('not-substantive')
  expect(readStateOf({ ...read, done: 2, substantive: 1 })).toBe('coded')
})

test('what the first of two analysts found is not told while the second one has still to read it', () => {
  expect(readStateOf({ ...read, done: 1, substantive: 1, awaitsSecond: true })).toBe('half-read')
  expect(readStateOf({ ...read, done: 1, awaitsSecond: true })).toBe('half-read')
})
