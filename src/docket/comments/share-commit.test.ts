import { expect, test } from 'vitest'
import { Unavailable } from '../../platform/errors.ts'
import { shareCommit } from './share-commit.ts'

const turn = () => new Promise((next) => setImmediate(next))

/** Acts when told to, so that a test decides what waits together. */
function held() {
  const batches: number[][] = []
  const doors: (() => void)[] = []
  const act = async (items: readonly number[]) => {
    batches.push([...items])
    await new Promise<void>((open) => doors.push(open))
    if (items.includes(13)) throw new Error('poisoned')
    return items.map((item) => item * 10)
  }
  const openAll = async () => {
    for (await turn(); doors.length > 0; await turn()) doors.shift()?.()
  }
  return { batches, act, openAll }
}

test('what comes alone is handled at once, what comes meanwhile shares the next transaction', async () => {
  const { batches, act, openAll } = held()
  const { take } = shareCommit(act)
  const answers = Promise.all([1, 2, 3].map(take))
  expect(batches).toEqual([[1]])
  await openAll()
  expect(await answers).toEqual([10, 20, 30])
  expect(batches).toEqual([[1], [2, 3]])
})

test('after a transaction the next one waits for half as many', async () => {
  const { batches, act, openAll } = held()
  const { take } = shareCommit(act, { most: 9, waiting: 9, patience: 60_000, weigh: () => 1 })
  const answers = [1, 2, 3, 4, 5].map(take)
  await openAll()
  answers.push(take(6))
  await turn()
  expect(batches).toEqual([[1], [2, 3, 4, 5]])
  answers.push(take(7))
  await openAll()
  expect(batches).toEqual([[1], [2, 3, 4, 5], [6, 7]])
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60, 70])
})

test('it does not wait for ever for those that do not come', async () => {
  const act = async (items: readonly number[]) => items
  const { take } = shareCommit(act, { most: 9, waiting: 9, patience: 1, weigh: () => 1 })
  expect(await Promise.all([1, 2, 3, 4, 5].map(take))).toEqual([1, 2, 3, 4, 5])
  expect(await take(6)).toBe(6)
})

test('a poisoned one fails alone, and its neighbours are taken once each', async () => {
  const { batches, act, openAll } = held()
  const { take } = shareCommit(act)
  const answers = Promise.allSettled([1, 2, 13, 3].map(take))
  await openAll()
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(batches).toEqual([[1], [2, 13, 3], [2], [13], [3]])
})

test('when the database is away all are told so, and it is not asked once for each', async () => {
  let asked = 0
  const { take } = shareCommit<number, number>(async () => {
    asked += 1
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  })
  const answers = await Promise.allSettled([1, 2, 3, 4].map(take))
  expect(answers.every((one) => one.status === 'rejected' && one.reason instanceof Unavailable)).toBe(true)
  expect(asked).toBe(2)
})

test('past its bound the queue asks to come again, and keeps those it has', async () => {
  const { act, openAll } = held()
  const { take } = shareCommit(act, { most: 2, waiting: 3, patience: 1, weigh: () => 1 })
  const answers = Promise.allSettled([1, 2, 3, 4, 5].map(take))
  await openAll()
  const settled = await answers
  expect(settled.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), 'rejected'])
  expect(settled[4]).toMatchObject({ reason: expect.any(Unavailable) })
})

test('what is long counts for many: fewer share a transaction, and fewer may wait', async () => {
  const { batches, act, openAll } = held()
  const { take, isFull } = shareCommit(act, { most: 10, waiting: 24, patience: 1, weigh: (item) => item })
  const answers = Promise.allSettled([1, 4, 6, 20, 2].map(take))
  expect(isFull()).toBe(true)
  await openAll()
  expect(batches).toEqual([[1], [4, 6], [20]])
  expect((await answers).at(-1)).toMatchObject({ reason: expect.any(Unavailable) })
  expect(isFull()).toBe(false)
})

test('after a failure the queue goes on', async () => {
  const { act, openAll } = held()
  const { take } = shareCommit(act)
  const failed = take(13).catch(() => 'failed')
  await openAll()
  expect(await failed).toBe('failed')
  const later = take(2)
  await openAll()
  expect(await later).toBe(20)
})
