import { expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import { Patience } from './patience.ts'

const noon = new Date('2026-05-04T12:00:00Z')
const seconds = (count: number) => after(noon, 1000 * count)

test('what failed rests, and is tried again from the moment on that was told', () => {
  const patience = new Patience()
  expect(patience.mayTry('map', noon)).toBe(true)
  expect(patience.failed('map', noon)).toEqual(seconds(4))
  expect(patience.mayTry('map', seconds(3.999))).toBe(false)
  expect(patience.mayTry('map', seconds(4))).toBe(true)
  expect(patience.mayTry('another', noon)).toBe(true)
})

test('what fails again and again rests twice as long each time, but never longer than an hour', () => {
  const patience = new Patience()
  const rests = Array.from(
    { length: 12 },
    () => (patience.failed('map', noon).getTime() - noon.getTime()) / 1000,
  )
  expect(rests).toEqual([4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600])
})

test('what came about once is tried as soon as anything else when it fails later', () => {
  const patience = new Patience()
  for (let times = 0; times < 9; times += 1) patience.failed('map', noon)
  patience.succeeded('map')
  expect(patience.mayTry('map', noon)).toBe(true)
  expect(patience.failed('map', noon)).toEqual(seconds(4))
})
