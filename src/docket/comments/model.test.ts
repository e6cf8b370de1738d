import { expect, test } from 'vitest'
import { isLate, isNamed, trackingNumber } from './model.ts'

const deadline = new Date('2026-03-27T21:00:00Z')

test('a comment at the very instant of the deadline is late, one a millisecond before is not', () => {
  expect(isLate(deadline, deadline)).toBe(true)
  expect(isLate(deadline, new Date(deadline.getTime() - 1))).toBe(false)
})

test('one answer without the name takes the name off the whole comment', () => {
  expect(isNamed(['with-name', 'with-name'])).toBe(true)
  expect(isNamed(['with-name', 'without-name'])).toBe(false)
})

test('a confidential answer beside named ones leaves the name on those', () => {
  expect(isNamed(['with-name', 'confidential'])).toBe(true)
  expect(isNamed(['confidential'])).toBe(false)
})

test('tracking numbers run on under the docket number', () => {
  expect(trackingNumber('EXAMPLE-2026-0001', 42)).toBe('EXAMPLE-2026-0001-0042')
})
