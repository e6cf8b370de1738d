import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openIntakeApp, openRequest } from './testing.tsx'
import { hidden, multipart, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, open, address, get, post, count, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

describe('the comment form', () => {
  test('asks each question, says until when, and works without script', async () => {
    const page = await get(address)
    expect(page.statusCode).toBe(200)
    for (const { text } of open.questions) expect(page.body).toContain(text)
    expect(page.body).toContain('Friday 27 March 2026, 17:00 (America/New_York)')
    expect(page.body).toContain('enctype="multipart/form-data"')
    expect(page.body).not.toMatch(/ style=| on\w+=/)
  })

  test('is not shown before the request opens, and says when it will be', async () => {
    house.clock.set('2026-03-01T13:00:00Z')
    const page = await get(address)
    expect(page.body).toContain('Comments are not taken yet')
    expect(page.body).toContain('Sunday 1 March 2026, 09:00 (America/New_York)')
    expect((await post(whole())).statusCode).toBe(409)
  })

  test('says before and after that a late comment is late, and takes it', async () => {
    house.clock.set('2026-03-27T21:00:00Z')
    expect((await get(address)).body).toContain('The deadline has passed.')
    expect((await post(whole({ act: 'check' }))).body).toContain('The deadline has passed.')
    expect((await submit()).page.body).toContain('the comment is marked as late')
  })

  test('comes back with every word where something is to be mended', async () => {
    const words = 'Words <b>that</b> must not be lost'
    const back = await post(whole({ publication: '', 'free-text': words, 'answer-9': 'Strange words' }))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('<title>Error: ')
    expect(back.body).toContain('Words &lt;b>that&lt;/b> must not be lost')
    expect(back.body).toContain('There is no question 9 here. What was written to it: Strange words')
    expect(back.body).toContain('href="#publication"')
  })

  test('refuses a text that is too long and keeps all of it', async () => {
    const text = 'é'.repeat(100_001)
    const back = await post(whole({ 'answer-1': text }))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('The text is 1 character too long')
    expect(back.body).toContain(text)
  })

  test('shows the comment once more before it is sent', async () => {
    const before = await count()
    const review = await post(whole({ act: 'check', 'publish-answer-1': 'without-name' }))
    expect(review.body).toContain('Nothing has been sent yet.')
    expect(review.body).toContain('It will be posted without your name.')
    expect(review.body).toContain('name="answer-1" value="Ten years.')
    expect(await count()).toBe(before)
  })

  test('a cut body loses no word that arrived', async () => {
    const { payload, headers } = multipart(whole({ 'free-text': 'Arrived words', last: 'x'.repeat(500) }))
    const cut = payload.subarray(0, payload.length - 300)
    const back = await house.app.inject({ method: 'POST', url: address, payload: cut, headers })
    expect(back.statusCode).toBe(400)
    expect(back.body).toContain('Arrived words')
    expect(back.body).toContain('The connection broke before everything arrived.')
  })

  test('a body that is no form is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const payload = JSON.stringify({ 'free-text': 'Words in JSON' })
    const answer = await house.app.inject({ method: 'POST', url: address, headers, payload })
    expect(answer.statusCode).toBe(415)
    expect(answer.body).toContain('Words in JSON')
  })
})

test('when the database is away the words come back, to be sent again under the same key', async () => {
  const broken = await openIntakeApp({ away: true })
  const { docket } = await openRequest(broken.database, 'AWAY-2026-0001')
  const form = whole({ 'free-text': 'Words in bad weather' })
  const answer = await broken.app.inject({
    method: 'POST',
    url: `/requests/${docket}/comment`,
    ...multipart(form),
  })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toContain('Words in bad weather')
  expect(hidden(answer.body, 'key')).toBe(form['key'])
  await broken.close()
})
