import { expect, test } from 'vitest'
import { readRequest } from './request.ts'

const now = new Date('2026-03-01T12:00:00Z')
const read = (...args: string[]) => readRequest(['NTIA-2026-0001', '--title', 'Updates', ...args], now)
const deadline = (...args: string[]) => read(...args).deadline.at.toISOString()

test('a deadline without offset is read off a clock in its zone', () => {
  expect(deadline('--deadline', '2026-03-27T17:00', '--zone', 'America/New_York')).toBe(
    '2026-03-27T21:00:00.000Z',
  )
  expect(deadline('--deadline', '2026-03-27T17:00')).toBe('2026-03-27T17:00:00.000Z')
})

test('a deadline with an offset is that instant, whatever the zone it is announced in', () => {
  expect(deadline('--deadline', '2026-03-27T17:00:00-04:00', '--zone', 'Europe/Berlin')).toBe(
    '2026-03-27T21:00:00.000Z',
  )
})

test('a bare day ends at 23:59 on the clocks of its zone', () => {
  expect(deadline('--deadline', '2026-03-27', '--zone', 'Europe/Berlin')).toBe('2026-03-27T22:59:00.000Z')
})

test('a docket of the past can be made, so that its comments can be imported', () => {
  const past = read('--deadline', '2019-01-31T12:00Z')
  expect(past.opensAt < past.deadline.at).toBe(true)
})

test.each([
  [['--deadline', '2026-03-29T02:30', '--zone', 'Europe/Berlin'], /skipped by the clocks/],
  [['--deadline', '2026-10-25T02:30', '--zone', 'Europe/Berlin'], /shown twice/],
  [['--deadline', 'next week'], /is not a time/],
  [['--deadline', '2026-02-30T10:00'], /is not a time/],
  [['--deadline', '2026-03-27', '--zone', 'Mars/Olympus'], /zone “Mars\/Olympus” is not known/],
  [[], /Give the deadline/],
  [['--deadline', '2026-03-27', '--opens', '2026-04-01'], /later than the opening/],
  [['--deadline', '2026-03-27', '--colour', 'red'], /--colour/],
])('%j is answered in a sentence', (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence)
})

test('a docket number that cannot stand in an address is answered in a sentence', () => {
  expect(() => readRequest(['a/b', '--title', 'T', '--deadline', '2026-03-27'], now)).toThrow(
    /docket number “a\/b”/,
  )
})
