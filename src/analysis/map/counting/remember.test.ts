import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('an answer is asked for once for as long as nothing behind it changes', async () => {
  const answer = remember<number>()
  let asked = 0
  const ask = async () => ++asked
  expect([await answer('a', ask), await answer('a', ask), await answer('b', ask)]).toEqual([1, 1, 2])
  expect([await answer(undefined, ask), await answer(undefined, ask)]).toEqual([3, 4])
})

test('what failed is asked for again', async () => {
  const answer = remember<string>()
  await expect(answer('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await answer('a', async () => 'there')).toBe('there')
})

test('only the latest answers are kept', async () => {
  const answer = remember<number>()
  for (let at = 0; at < 100; at += 1) await answer(`${at}`, async () => at)
  expect(await answer('0', async () => -1)).toBe(-1)
  expect(await answer('99', async () => -1)).toBe(99)
})
