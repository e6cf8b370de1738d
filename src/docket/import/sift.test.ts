import { expect, test } from 'vitest'
import { newTally, warn } from './sift.ts'
import { say } from './words.ts'

test('a row that names thousands of missing files is kept once, and told in a few sentences', () => {
  const cells = new Map([['files', 'x'.repeat(100_000)]])
  const tally = newTally()
  const missing = Array.from({ length: 5000 }, (_, at) => say('fileMissing', { name: `${at}.pdf` }))
  warn(tally, { number: 7, place: undefined, cells }, missing)
  expect(tally.counts.warned).toBe(1)
  expect(tally.problems.length).toBe(20)
  expect(tally.problems.at(-1)?.said).toEqual(say('moreSaid', { count: 4981 }))
  expect(tally.problems.filter(({ cells: kept }) => kept).length).toBe(1)
})
