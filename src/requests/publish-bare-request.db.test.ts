import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { operator } from '../participants/index.ts'
import { publishBareRequest } from './index.ts'
import { start as now, openHouse } from './testing-house.ts'

const house = await openHouse()
const { db, get, makeProcess, found } = house
afterAll(house.close)
beforeEach(house.reset)

describe('a bare request from the command line', () => {
  const deadline = { at: new Date('2026-06-01T00:00:00Z'), zone: 'UTC' }
  const bare = { docket: 'BARE-2026-1', title: 'Bare', opensAt: now, deadline, process: undefined }

  test('is published with a process of its own; the same number again is refused and leaves nothing', async () => {
    expect(await publishBareRequest(db, operator, bare, now)).toEqual({ published: 'BARE-2026-1' })
    const before = await db.selectFrom('processes.process').select('id').execute()
    expect(await publishBareRequest(db, operator, bare, now)).toEqual({ refused: 'docket-taken' })
    expect(await db.selectFrom('processes.process').select('id').execute()).toHaveLength(before.length)
    house.asGuest()
    expect((await get('/requests/BARE-2026-1')).statusCode).toBe(200)
  })

  test('goes into a process that is named, and no other', async () => {
    const process = await makeProcess()
    const done = await publishBareRequest(db, operator, { ...bare, docket: 'BARE-2', process }, now)
    expect(done).toEqual({ published: 'BARE-2' })
    expect((await found('BARE-2')).processSlug).toBe(process)
    const nowhere = { ...bare, docket: 'BARE-3', process: 'nowhere' }
    expect(await publishBareRequest(db, operator, nowhere, now)).toEqual({ refused: 'no-such-process' })
  })
})
