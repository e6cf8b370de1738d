import { expect, test } from 'vitest'
import { Unavailable } from '../../platform/errors.ts'
import type { WriteLine } from './export-log.ts'
import { exportStreams } from './export-stream.ts'

/** An export without end, and a promise of its being given up. */
function endless() {
  const { promise: givenUp, resolve } = Promise.withResolvers<void>()
  const exportTo = async (write: WriteLine) => {
    try {
      for (;;) await write('a line of the log'.repeat(100))
    } finally {
      resolve()
    }
  }
  return { exportTo, givenUp }
}

test('an export whose reader went away is given up, and makes room for the next', async () => {
  const { exportTo, givenUp } = endless()
  const open = exportStreams(exportTo, { most: 1, patience: 60_000 })
  const lines = open('192.0.2.1')
  expect(() => open('192.0.2.2')).toThrow(Unavailable)
  lines.destroy()
  await givenUp
  await new Promise(setImmediate)
  open('192.0.2.2').destroy()
})

test('one caller cannot keep every other from exporting', () => {
  const open = exportStreams(endless().exportTo, { most: 2, patience: 60_000 })
  const lines = open('192.0.2.1')
  expect(() => open('192.0.2.1')).toThrow(Unavailable)
  open('192.0.2.2').destroy()
  lines.destroy()
})

test('an export whose reader takes nothing more is given up', async () => {
  const { exportTo, givenUp } = endless()
  const lines = exportStreams(exportTo, { most: 1, patience: 10 })('192.0.2.1')
  lines.on('error', () => undefined)
  await givenUp
  expect(lines.readableEnded).toBe(false)
})

test('an export that is read comes whole', async () => {
  const open = exportStreams(async (write) => {
    for (let line = 0; line < 5000; line += 1) await write(`line ${line}`)
  })
  const read = (await open('192.0.2.1').toArray()).join('')
  expect(read.split('\n')).toHaveLength(5001)
})
