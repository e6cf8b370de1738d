import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess } from '../processes/index.ts'
import { openHouse, origin } from './testing-house.ts'

const house = await openHouse()
const { db, app, post, get, kinds, leaves, makeDraft, makePublished, found } = house
afterAll(house.close)
beforeEach(house.reset)

describe('a request for comment', () => {
  test('is a draft that only those who prepare it can see', async () => {
    const docket = await makeDraft()
    expect(docket).toMatch(/^EXAMPLE-2026-\d{4}$/)
    expect((await get(`/requests/${docket}`)).body).toContain('This is a draft')
    house.asGuest()
    for (const url of [
      `/requests/${docket}`,
      `/api/requests/${docket}`,
      `/requests/${docket}/deadline.ics`,
    ]) {
      expect((await get(url)).statusCode, url).toBe(404)
    }
  })

  test('is published with its entry, its leaf and its process, once', async () => {
    const docket = await makeDraft()
    const now = house.at('2026-03-01T13:00:00Z')
    const [first, second] = await Promise.all([
      post(`/requests/${docket}/publish`, {}),
      post(`/requests/${docket}/publish`, {}),
    ])
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    const request = await found(docket)
    expect(await kinds(request.id)).toEqual(['request-drafted', 'request-published'])
    expect(await leaves(docket)).toEqual(['kind request-published'])
    expect((await findProcess(db, request.processId))?.publishedAt).toEqual(now)
  })

  test('is shown to everyone with its deadline, its questions and what matters most', async () => {
    const docket = await makePublished()
    house.asGuest()
    house.at('2026-03-10T12:00:00Z')
    const { body, statusCode } = await get(`/requests/${docket}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('Friday 27 March 2026, 17:00 (America/New_York)')
    expect(body).toContain('17 days left')
    expect(body).toContain(`href="/requests/${docket}/comment"`)
    expect(body).toContain('If you have fifteen minutes')
    expect(body).toContain('id="question-1"')
    expect(body).toContain('Shared definition: voluntary; not a law, a regulation or a standard')
    expect(body).toContain('&lt;b&gt;support')
    expect(body).not.toContain('<b>support')
  })

  test('is not published when its deadline has passed meanwhile', async () => {
    const docket = await makeDraft()
    house.at('2026-03-27T21:00:00Z')
    const late = await post(`/requests/${docket}/publish`, {})
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('The deadline of this draft has passed')
    expect((await found(docket)).publishedAt).toBeUndefined()
  })
})

describe('programs and pages', () => {
  test('the API says the same as the page', async () => {
    const docket = await makePublished()
    house.asGuest()
    const answer = (await app.inject(`/api/requests/${docket}`)).json()
    expect(answer).toMatchObject({
      docket,
      state: 'announced',
      deadline: { at: '2026-03-27T21:00:00.000Z', zone: 'America/New_York' },
      questions: [{ number: 1, priority: true }],
      url: `${origin}/requests/${docket}`,
    })
    expect((await app.inject('/api/requests')).json().requests.length).toBeGreaterThan(0)
  })

  test('the front door shows what is open, and drafts to nobody', async () => {
    const draft = await makeDraft()
    const open = await makePublished()
    house.at('2026-03-10T12:00:00Z')
    house.asGuest()
    const { body } = await get('/')
    expect(body).toContain(`/requests/${open}"`)
    expect(body).not.toContain(draft)
  })

  test('the process page lists its requests and what happened', async () => {
    const docket = await makePublished()
    const { body } = await get(`/processes/${(await found(docket)).processSlug}`)
    expect(body).toContain(`/requests/${docket}"`)
    expect(body).toContain('The process was published.')
  })
})
