import { afterAll, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../testing-house.ts'

const house = await openHouse()
const { post, get, kinds, leaves, makePublished, makeDraft, found } = house
afterAll(house.close)
beforeEach(house.reset)

const round = { zone: 'America/New_York', opens: '2026-03-27T17:00', closes: '2026-04-10T17:00' }

test('a reply round is announced later with an entry and a leaf, and moves with the deadline', async () => {
  const docket = await makePublished()
  expect((await post(`/requests/${docket}/reply-round`, round)).statusCode).toBe(303)
  const request = await found(docket)
  expect(request.replyRound?.closesAt.toISOString()).toBe('2026-04-10T21:00:00.000Z')
  expect((await kinds(request.id)).at(-1)).toBe('replies-announced')
  expect((await leaves(docket)).at(-1)).toBe('kind replies-announced')
  expect((await get(`/requests/${docket}`)).body).toContain('Reply round')
  const fields = { zone: 'America/New_York', deadline: '2026-04-03T17:00', reason: 'Many asked.' }
  await post(`/requests/${docket}/extend`, fields)
  expect((await found(docket)).replyRound?.opensAt).toEqual((await found(docket)).deadline.at)
})

test('while the request is a draft the round is published with it', async () => {
  const docket = await makeDraft()
  await post(`/requests/${docket}/reply-round`, round)
  expect(await leaves(docket)).toEqual([])
  await post(`/requests/${docket}/publish`, {})
  expect((await found(docket)).replyRound).toBeDefined()
})

test.each([
  [{ opens: '2026-03-20T17:00' }, 'A reply round begins with the deadline or after it'],
  [{ closes: '2026-03-27T17:00' }, 'must close later than it opens'],
  [{ closes: '' }, 'Enter when the reply round closes'],
])('is not announced so: %o', async (changes, sentence) => {
  const docket = await makePublished()
  const back = await post(`/requests/${docket}/reply-round`, { ...round, ...changes })
  expect(back.statusCode).toBe(422)
  expect(back.body).toContain(sentence)
})

test('is not changed once it has begun, nor announced by a guest', async () => {
  const docket = await makePublished()
  await post(`/requests/${docket}/reply-round`, round)
  house.at('2026-03-28T12:00:00Z')
  const late = await post(`/requests/${docket}/reply-round`, { ...round, closes: '2026-05-10T17:00' })
  expect(late.body).toContain('The reply round has begun')
  house.asGuest()
  expect((await post(`/requests/${docket}/reply-round`, round)).statusCode).toBe(403)
})
