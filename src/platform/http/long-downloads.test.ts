import { expect, test } from 'vitest'
import { Unavailable } from '../errors.ts'
import { longDownloads, type WritePiece } from './long-downloads.ts'

const [here, there] = ['192.0.2.1', '192.0.2.2']

/** An export without end, and a promise of its being given up. */
function endless() {
  const { promise: givenUp, resolve } = Promise.withResolvers<void>()
  const produce = async (write: WritePiece) => {
    try {
      for (;;) await write('a line of the log\n'.repeat(100))
    } finally {
      resolve()
    }
  }
  return { produce, givenUp }
}

test('an export whose reader went away is given up, and makes room for the next', async () => {
  const { produce, givenUp } = endless()
  const download = longDownloads({ most: 1, patience: 60_000 })
  const pieces = download(here, produce)
  expect(() => download(there, produce)).toThrow(Unavailable)
  pieces.destroy()
  await givenUp
  await new Promise(setImmediate)
  download(there, produce).destroy()
})

test('one caller cannot keep every other from exporting', () => {
  const { produce } = endless()
  const download = longDownloads({ most: 2, patience: 60_000 })
  const pieces = download(here, produce)
  expect(() => download(here, produce)).toThrow(Unavailable)
  download(there, produce).destroy()
  pieces.destroy()
})

test('an export whose reader takes nothing more is given up', async () => {
  const { produce, givenUp } = endless()
  const pieces = longDownloads({ most: 1, patience: 10 })(here, produce)
  pieces.on('error', () => undefined)
  await givenUp
  expect(pieces.readableEnded).toBe(false)
})

test('an export that is read comes whole', async () => {
  const pieces = longDownloads()(here, async (write) => {
    for (let line = 0; line < 5000; line += 1) await write(`line ${line}\n`)
  })
  const read = (await pieces.toArray()).join('')
  expect(read.split('\n')).toHaveLength(5001)
})

test('One that fails before anybody reads it ends nothing else, and fails for its reader', async () => {
  const download = longDownloads()
  const failed = download('early', () => Promise.reject(new Error('The database is away.')))
  await new Promise((resolve) => setTimeout(resolve, 20))
  await expect(failed.toArray()).rejects.toThrow()
})
