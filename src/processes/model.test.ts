import { expect, test } from 'vitest'
import { nextStage, stageAt } from './model.ts'

const march = (day: number) => new Date(Date.UTC(2026, 2, day))
const stage = (name: string, opens: number, closes: number) => ({
  name,
  title: name,
  what: '',
  opens: march(opens),
  closes: march(closes),
})
const stages = [stage('comments', 2, 6), stage('analysis', 6, 20)]

test.each([
  ['before the first opens', 1, undefined],
  ['from the moment comments open', 2, 'comments'],
  ['while comments are taken', 3, 'comments'],
  ['from the moment comments close', 6, 'analysis'],
  ['from the moment the last closes', 20, undefined],
] as const)('the stage %s', (_when, day, name) => {
  expect(stageAt(stages, march(day))?.name).toBe(name)
})

test('what happens next is the stage that has not opened yet', () => {
  expect(nextStage(stages, march(1))?.name).toBe('comments')
  expect(nextStage(stages, march(2))?.name).toBe('analysis')
  expect(nextStage(stages, march(6))).toBeUndefined()
})
