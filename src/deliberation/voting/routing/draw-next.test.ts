import { expect, test } from 'vitest'
import { type Candidate, drawFrom, drawNext } from './draw-next.ts'

const one = (number: number, counts: Partial<Candidate> = {}, known = false) => ({
  ...{ number, known, agree: 0, disagree: 0, pass: 0, extremity: 0 },
  ...counts,
})

test('what nobody has seen is drawn far more often than what everybody passed on', () => {
  const all = [one(1), one(2, { pass: 40 })]
  const drawn = Array.from({ length: 200 }, (_, at) => drawNext(all, `voter ${at}`)?.number)
  expect(drawn.filter((number) => number === 1).length).toBeGreaterThan(190)
})

test('who knows an issue is asked about it first', () => {
  const all = [one(1), one(2, { agree: 500, pass: 400 }, true), one(3)]
  for (const seed of ['a', 'b', 'c', 'd']) expect(drawNext(all, seed)?.number).toBe(2)
})

test('not everybody gets the same, and the same seed gets the same', () => {
  const all = [1, 2, 3, 4].map((number) => one(number))
  const drawn = Array.from({ length: 400 }, (_, at) => drawNext(all, `voter ${at}`)?.number)
  for (const { number } of all) expect(drawn.filter((each) => each === number).length).toBeGreaterThan(50)
  expect(drawNext(all, 'same')).toBe(drawNext(all, 'same'))
  expect(drawNext([], 'a')).toBeUndefined()
})

test('draws lie between 0 and 1', () => {
  const draws = Array.from({ length: 1000 }, (_, at) => drawFrom(`${at}`))
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...draws)).toBeLessThan(1)
})
