import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess } from '../processes/index.ts'
import { openHouse } from './testing-house.ts'

const house = await openHouse()
const { db, post, get, kinds, leaves, makePublished, found } = house
afterAll(house.close)
beforeEach(house.reset)

describe('a deadline', () => {
  test('is extended by a further one with its reason, an entry and a leaf; stages move with it', async () => {
    const docket = await makePublished()
    house.at('2026-03-28T12:00:00Z')
    expect((await get(`/requests/${docket}`)).body).toContain('Write a late comment')
    const fields = { zone: 'America/New_York', deadline: '2026-04-10T17:00', reason: 'Many asked for time.' }
    expect((await post(`/requests/${docket}/extend`, fields)).statusCode).toBe(303)
    const request = await found(docket)
    expect(request.deadlines.map(({ reason }) => reason)).toEqual(['', 'Many asked for time.'])
    expect(request.deadline.at.toISOString()).toBe('2026-04-10T21:00:00.000Z')
    expect((await kinds(request.id)).at(-1)).toBe('request-extended')
    expect(await leaves(docket)).toEqual(['kind request-published', 'kind request-extended'])
    const [comments, analysis] = (await findProcess(db, request.processId))?.stages ?? []
    expect(comments?.closes).toEqual(request.deadline.at)
    expect(analysis?.opens).toEqual(request.deadline.at)
    expect(analysis?.closes.toISOString()).toBe('2026-05-15T21:00:00.000Z')
    const { body } = await get(`/requests/${docket}`)
    expect(body).toContain('Many asked for time.')
    expect(body).toContain('It was Friday 27 March 2026, 17:00 (America/New_York) before')
  })

  test.each([
    ['2026-03-27T17:00', 'Why', 'choose a deadline later than'],
    ['2026-04-10T17:00', ' ', 'Give the reason'],
  ])('is not moved to %s for the reason “%s”', async (deadline, reason, sentence) => {
    const docket = await makePublished()
    const fields = { zone: 'America/New_York', deadline, reason }
    const wrong = await post(`/requests/${docket}/extend`, fields)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect((await found(docket)).deadlines).toHaveLength(1)
  })

  test('is not extended by a guest', async () => {
    const docket = await makePublished()
    house.asGuest()
    const fields = { zone: 'UTC', deadline: '2027-01-01T00:00', reason: 'Mine' }
    expect((await post(`/requests/${docket}/extend`, fields)).statusCode).toBe(403)
  })

  test('goes into a calendar, line by line as calendars want it', async () => {
    const docket = await makePublished()
    const { body, headers } = await get(`/requests/${docket}/deadline.ics`)
    expect(headers['content-type']).toContain('text/calendar')
    expect(body).toContain('DTSTART:20260327T210000Z\r\n')
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})
