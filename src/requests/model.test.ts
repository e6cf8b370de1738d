import { describe, expect, test } from 'vitest'
import { docketNumber, isDocketNumber, stateOf } from './model.ts'

const at = (time: string) => new Date(`2026-03-27T${time}Z`)
const request = {
  publishedAt: at('08:00'),
  opensAt: at('09:00'),
  deadline: { at: at('21:00'), zone: 'America/New_York' },
}

describe('a request', () => {
  test('is a draft until it is published, whatever its dates', () => {
    expect(stateOf({ ...request, publishedAt: undefined }, at('10:00'))).toBe('draft')
  })
  test.each([
    ['08:59:59.999', 'announced'],
    ['09:00:00.000', 'open'],
    ['20:59:59.999', 'open'],
    ['21:00:00.000', 'closed'],
  ] as const)('at %s is %s', (time, state) => {
    expect(stateOf(request, at(time))).toBe(state)
  })
})

test('a docket number is made of who asks, the year and a running number', () => {
  expect(docketNumber('EXAMPLE', 2026, 1)).toBe('EXAMPLE-2026-0001')
  expect(docketNumber('EXAMPLE', 2026, 12345)).toBe('EXAMPLE-2026-12345')
})

test.each([
  ['NTIA-2026-0012', true],
  ['150312253-5253-01', true],
  ['a/b', false],
  ['-1', false],
  ['A', false],
  ['x'.repeat(61), false],
  ['café', false],
  ['', false],
])('%s may be a docket number: %s', (text, may) => {
  expect(isDocketNumber(text)).toBe(may)
})
