import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import { openVoting } from '../voting/testing.ts'
import { computeMaps } from './compute-map.ts'
import { Patience } from './patience.ts'

let bench: Awaited<ReturnType<typeof openVoting>>
beforeAll(async () => {
  bench = await openVoting()
})
afterAll(() => bench.house.close())

const putVotes = (value: number) => sql`update deliberation.vote set value = ${value}`.execute(bench.db)

test('a map that cannot be computed is told, rests, and appears once it can be', async () => {
  await bench.vote(1, 'agree', await bench.arrive())
  await putVotes(5)
  const { db, clock } = bench.house.services
  const began = clock.now()
  const [patience, told] = [new Patience(), [] as string[]]
  const turnAfter = (seconds: number) =>
    computeMaps({ db, clock: { now: () => after(began, 1000 * seconds) } }, (line) => told.push(line), {
      patience,
    })
  expect(await turnAfter(0)).toBe(1)
  expect(told).toEqual([expect.stringMatching(/could not be computed.*tried again.*Vote 1 is neither/)])
  expect(await turnAfter(2)).toBe(0)
  expect(await turnAfter(4)).toBe(1)
  expect(await turnAfter(8)).toBe(0)
  expect(told).toHaveLength(2)
  await putVotes(1)
  expect(await turnAfter(12)).toBe(1)
  expect(told).toHaveLength(2)
  expect(JSON.parse((await bench.get(`${bench.at}/opinions.json`)).body)).toMatchObject({ version: 1 })
})

test('a map is left as it was when the work is asked to stop', async () => {
  await bench.vote(2, 'agree', await bench.arrive())
  const stopping = AbortSignal.abort()
  const fail = (line: string) => expect(line).toBe('')
  await computeMaps(bench.house.services, fail, { stopping })
  expect(JSON.parse((await bench.get(`${bench.at}/opinions.json`)).body)).toMatchObject({ version: 1 })
  await computeMaps(bench.house.services, fail)
  expect(JSON.parse((await bench.get(`${bench.at}/opinions.json`)).body)).toMatchObject({ version: 2 })
})
