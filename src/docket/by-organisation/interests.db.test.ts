import { afterAll, expect, test } from 'vitest'
import { openClaims } from '../claims/testing.ts'

const { house, request, take, post } = await openClaims()
afterAll(house.close)

const paid = { kind: 'funding', words: 'Paid by a maker of locks' } as const
const particulars = { name: 'Ada' }
const placesOf = (number: string) => [
  `/comments/${number}`,
  `/api/comments/${number}`,
  `/requests/${request.docket}/dataset/comments.csv`,
  `/requests/${request.docket}/dataset/comments.jsonl`,
]

test('what a sender declares stands beside the comment, in the API and in the dataset', async () => {
  const number = await take({ particulars, interests: { declared: [paid], confidential: false } })
  expect((await house.get(`/comments/${number}`)).body).not.toContain(paid.words)
  await post(number)
  for (const path of placesOf(number)) expect((await house.get(path)).body, path).toContain(paid.words)
  expect((await house.get(`/comments/${number}`)).body).toContain('Funding: Paid by a maker of locks')
})

test('a confidential interest is counted for the public and shown to those who moderate, and to nobody else', async () => {
  const secret = { kind: 'ownership', words: 'CANARY of an owner' } as const
  const number = await take({ particulars, interests: { declared: [secret], confidential: true } })
  await post(number)
  const moderator = await house.signInAs({ role: 'moderator', process: request.processId })
  const elsewhere = await house.signInAs({ role: 'moderator', process: crypto.randomUUID() })
  for (const path of placesOf(number)) {
    expect((await house.get(path)).body, path).not.toContain('CANARY')
    expect((await house.get(path, elsewhere.cookie)).body, path).not.toContain('CANARY')
  }
  expect((await house.get(`/comments/${number}`)).body).toContain('One declared interest is not shown here.')
  expect((await house.get(`/comments/${number}`, moderator.cookie)).body).toContain('CANARY of an owner')
})

test('a comment shown without its name shows no interest, which could tell whose it is', async () => {
  const told = { kind: 'other', words: 'NAMELESS interest' } as const
  const answers = [{ text: 'Hm.', publication: 'without-name' }] as const
  const number = await take({ particulars, answers, interests: { declared: [told], confidential: false } })
  await post(number)
  for (const path of placesOf(number)) expect((await house.get(path)).body, path).not.toContain('NAMELESS')
  expect((await house.get(`/comments/${number}`)).body).not.toContain('declared interest')
})

test('what a person declares fills the comment form, and what ended does not', async () => {
  const person = await house.signInAs()
  const form = `/requests/${request.docket}/comment`
  const wrong = await house.post('/me/interests', { kind: 'luck', words: ' ' }, person.cookie)
  expect(wrong.statusCode).toBe(422)
  await house.post('/me/interests', { kind: 'funding', words: 'Grant of the lock fund' }, person.cookie)
  expect((await house.get(form, person.cookie)).body).toContain('value="Grant of the lock fund"')
  expect((await house.get(form)).body).not.toContain('Grant of the lock fund')
  const me = (await house.get('/me', person.cookie)).body
  const end = /action="(\/me\/interests\/[^"]*\/end)"/.exec(me)?.[1] ?? ''
  const other = await house.signInAs()
  await house.post(end, {}, other.cookie)
  expect((await house.get(form, person.cookie)).body).toContain('Grant of the lock fund')
  await house.post(end, {}, person.cookie)
  expect((await house.get(form, person.cookie)).body).not.toContain('Grant of the lock fund')
  expect((await house.get('/me', person.cookie)).body).toContain('ended Sunday 1 March 2026')
})

test('an interest that is too long comes back with every word', async () => {
  const words = `${'long '.repeat(120)}END`
  const answer = await house.post(`/requests/${request.docket}/comment`, {
    act: 'check',
    'free-text': 'Kept words.',
    publication: 'with-name',
    name: 'Ada',
    group: 'users',
    language: 'en',
    interestOther: words,
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('href="#interestOther"')
  expect(answer.body).toContain(words)
})
