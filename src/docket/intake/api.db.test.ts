import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commentKeyOf, isKeyOf } from '../comments/secrets.ts'
import { openIntakeApp, openRequest } from './testing.tsx'
import { multipart } from './testing-pages.ts'

let house: Awaited<ReturnType<typeof openIntakeApp>>
let open: Awaited<ReturnType<typeof openRequest>>
beforeAll(async () => {
  house = await openIntakeApp()
  open = await openRequest(house.database)
})
afterAll(() => house.close())

const newKey = (): string => randomUUID()
const whole = { answers: [{ question: 1, text: 'Ten years.' }], publication: 'with-name', name: 'Ada' }

function send(body: unknown, { key = newKey(), docket = open.docket, headers = {} } = {}) {
  return house.app.inject({
    method: 'POST',
    url: `/api/requests/${docket}/comments`,
    headers: { 'idempotency-key': key, 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const count = async () => (await house.db.selectFrom('docket.comment').select('id').execute()).length

describe('a program that comments', () => {
  test('is given number, promise and key once the comment is stored', async () => {
    const key = newKey()
    const answer = await send(whole, { key })
    expect(answer.statusCode).toBe(201)
    const told = answer.json()
    expect(told).toMatchObject({ number: 'EXAMPLE-2026-0001-0001', late: false, again: false })
    expect(told.promise).toMatch(/^parley\/promise\/v2\nnumber EXAMPLE-2026-0001-0001\n/)
    const row = await house.db.selectFrom('docket.comment').selectAll().executeTakeFirstOrThrow()
    expect(isKeyOf(told.commentKey, row.key_hash)).toBe(true)
    expect(JSON.stringify(row)).not.toContain(key)
  })

  test('is told the same again when it asks again, and no second comment is made', async () => {
    const key = newKey()
    const first = await send(whole, { key })
    const before = await count()
    const second = await send({ ...whole, name: 'Somebody else' }, { key })
    expect(second.statusCode).toBe(200)
    expect(second.json()).toEqual({ ...first.json(), again: true })
    expect(await count()).toBe(before)
  })

  test('may name a question by its id', async () => {
    const answers = [{ question: open.questions[1]?.id, text: 'By mail.' }]
    expect((await send({ ...whole, answers })).statusCode).toBe(201)
  })

  test('is taken after the deadline and told that it is late', async () => {
    house.clock.set('2026-03-27T21:00:00Z')
    expect((await send(whole)).json()).toMatchObject({ late: true })
    house.clock.set('2026-03-10T12:00:00Z')
  })
})

describe('a program that comments badly is told what to mend:', () => {
  test.each([
    ['an unknown key', { ...whole, surprise: 1 }, 'surprise', 'is no field'],
    ['a text that is a number', { ...whole, answers: [{ text: 5 }] }, 'answers.0.text', 'type'],
    [
      'a question that is not asked',
      { ...whole, answers: [{ question: 9, text: 'a' }] },
      'answers.0.question',
      '1, 2',
    ],
    [
      'a text too long',
      { ...whole, answers: [{ text: 'a'.repeat(100_001) }] },
      'free-text',
      '1 character too long',
    ],
    ['no name where it is to be shown', { ...whole, name: '' }, 'name', 'Write your name'],
    ['a group that is none', { ...whole, group: 'martians' }, 'group', 'from the list'],
  ])('%s', async (_, body, field, sentence) => {
    const before = await count()
    const answer = await send(body)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const told = answer.json().errors.find((one: { field: string }) => one.field === field)
    expect(told?.detail).toContain(sentence)
    expect(await count()).toBe(before)
  })

  test('the id of another kind of thing', async () => {
    const answer = await send({ ...whole, answers: [{ question: open.process, text: 'a' }] })
    expect(answer.json().errors[0].detail).toBe(
      `“${open.process}” is no question of request EXAMPLE-2026-0001. Its questions are: 1, 2.`,
    )
  })

  test('a key that could be guessed', async () => {
    const answer = await send(whole, { key: 'order-1' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].field).toBe('idempotencyKey')
  })

  test.each([
    ['broken JSON', '{"answers":', 'application/json', 400, 'whole JSON'],
    ['a form of pages', 'answers=1', 'application/x-www-form-urlencoded', 415, 'application/json'],
    ['another content type', 'answers=1', 'text/csv', 415, 'application/json'],
    [
      'far too much',
      JSON.stringify({ ...whole, name: 'x'.repeat(5_000_000) }),
      'application/json',
      413,
      'larger',
    ],
  ])('%s', async (_, body, type, status, sentence) => {
    const answer = await send(body, { headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(status)
    expect(answer.json().detail).toContain(sentence)
  })

  test('a request that is not there, or not open yet', async () => {
    expect((await send(whole, { docket: 'NONE-1' })).statusCode).toBe(404)
    await openRequest(house.database, 'LATER-2026-0001')
    house.clock.set('2026-03-01T13:59:59Z')
    const answer = await send(whole, { docket: 'LATER-2026-0001' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json().detail).toContain('2026-03-01T14:00:00.000Z')
    house.clock.set('2026-03-10T12:00:00Z')
  })
})

describe('a program that sends files', () => {
  const url = () => `/api/requests/${open.docket}/comments`
  const sendParts = (
    fields: Record<string, string>,
    files: Parameters<typeof multipart>[1],
    key = newKey(),
  ) => {
    const { headers, payload } = multipart(fields, files)
    return house.app.inject({
      method: 'POST',
      url: url(),
      headers: { ...headers, 'idempotency-key': key },
      payload,
    })
  }
  const comment = JSON.stringify(whole)
  const plan = { name: 'plan.txt', bytes: 'Our plan.' }

  test('has them kept with its comment, once', async () => {
    const key = newKey()
    const first = await sendParts({ comment }, [plan], key)
    expect(first.statusCode).toBe(201)
    expect((await sendParts({ comment }, [plan], key)).json()).toMatchObject({ again: true })
    const rows = await house.db
      .selectFrom('docket.attachment as file')
      .innerJoin('docket.comment as comment', 'comment.id', 'file.comment_id')
      .select(['file.name', 'file.extraction'])
      .where('comment.number', '=', first.json().number)
      .execute()
    expect(rows).toEqual([{ name: 'plan.txt', extraction: 'done' }])
  })

  test('may say everything in a file', async () => {
    const only = JSON.stringify({ answers: [], publication: 'without-name' })
    expect((await sendParts({ comment: only }, [plan])).statusCode).toBe(201)
  })

  test.each<[string, Record<string, string>, Parameters<typeof multipart>[1], number, string]>([
    ['there is no comment', {}, [plan], 422, 'a part named “comment”'],
    ['the comment is no JSON', { comment: '{' }, [plan], 400, 'whole JSON'],
    ['the comment has a strange field', { comment: '{"answers":[],"surprise":1}' }, [], 422, '“surprise”'],
    ['a file is of another kind than it says', { comment }, [{ name: 'a.pdf', bytes: 'no' }], 422, 'a.pdf'],
    ['there are too many files', { comment }, Array(11).fill(plan), 422, 'plan.txt'],
    ['nothing is said', { comment: '{"answers":[],"publication":"confidential"}' }, [], 422, 'answer-1'],
  ])('is told that %s, and nothing is taken', async (_, fields, files, status, sentence) => {
    const before = await count()
    const answer = await sendParts(fields, files)
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain(sentence)
    expect(await count()).toBe(before)
  })
})

test('the same request twenty times at once is one comment', async () => {
  const key = newKey()
  const before = await count()
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(whole, { key })))
  expect(new Set(answers.map((answer) => answer.json().number)).size).toBe(1)
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  expect(await count()).toBe(before + 1)
})

test('the comment key is of no use for another request', () => {
  expect(commentKeyOf(open.request, 'a')).not.toBe(commentKeyOf(open.process, 'a'))
})
