import { expect, test } from 'vitest'
import { startLoop } from './loop.ts'

test('A loop takes turn after turn until it is stopped', async () => {
  let turns = 0
  await new Promise<void>((enough) => {
    const loop = startLoop(async () => {
      turns += 1
      if (turns === 3) enough(loop.stop())
      return 0
    })
  })
  expect(turns).toBe(3)
})

test('A loop that is stopped ends its turn first, and wakes from its rest at once', async () => {
  let ended = false
  const busy = startLoop(async () => {
    await new Promise(setImmediate)
    ended = true
    return 0
  })
  await busy.stop()
  expect(ended).toBe(true)
  let resting = () => {}
  const rested = new Promise<void>((resolve) => {
    resting = resolve
  })
  const idle = startLoop(async () => {
    setImmediate(resting)
    return 2 ** 30
  })
  await rested
  await idle.stop()
})
