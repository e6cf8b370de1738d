import { expect, test } from 'vitest'
import type { ExcerptId } from '../model.ts'
import { digestOf, findByDigest } from './digest.ts'

const id = '018e0000-0000-7000-8000-000000000001' as ExcerptId
const find = (words: string, text: string) => findByDigest(id, digestOf(id, words), words.length, text)

test('words are found where they stand just once, and nowhere else', async () => {
  expect(await find('ten years', 'For ten years.')).toBe(4)
  expect(await find('ten years', 'ten years, ten years')).toBeUndefined()
  expect(await find('ten years', 'never')).toBeUndefined()
})

test('others go on working while a long text is searched', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await find('ten years', `${'x'.repeat(200_000)}ten years`)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})

test('a text that would take minutes is not searched', async () => {
  expect(await find('x'.repeat(4000), 'y'.repeat(5_000_000) + 'x'.repeat(4000))).toBeUndefined()
})
