import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, address, get } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

const short = `${address}?questions=2&group=academia`
const send = (fields: Record<string, string>, url = short) =>
  house.app.inject({ method: 'POST', url, ...multipart(whole(fields)) })
const folded = (html: string) => /<details class="govuk-details"( open)?>[\s\S]*?<\/details>/.exec(html)

describe('the short way to comment', () => {
  test('asks its few questions, folds the others beneath them, and fills in the group', async () => {
    const { body } = await get(short)
    expect(folded(body)?.[0]).toContain('name="answer-1"')
    expect(folded(body)?.[0]).toContain('name="free-text"')
    expect(folded(body)?.[0]).not.toContain('name="answer-2"')
    expect(folded(body)?.[1]).toBeUndefined()
    expect(body).toContain('The other question, and room for anything else')
    expect(body).toContain('checked name="group" value="academia"')
  })

  test('stays short on the way, and unfolds what is written or wrong among the others', async () => {
    const fields = { 'answer-1': '', 'answer-2': 'On the box.', name: '', group: 'academia' }
    const again = await send({ ...fields, publication: '', act: 'check' })
    expect(again.statusCode).toBe(422)
    expect(folded(again.body)?.[1]).toBeUndefined()
    expect(again.body).toContain(`action="${address}?questions=2"`)
    const review = await send({ ...fields, publication: 'without-name', act: 'check' })
    expect(review.body).toContain('Nothing has been sent yet.')
    expect(review.body).toContain(`action="${address}?questions=2"`)
    const written = await send({ ...fields, 'answer-1': 'Ten.', publication: '', act: 'check' })
    expect(folded(written.body)?.[1]).toBe(' open')
  })

  test('takes the comment like every other', async () => {
    const before = await pages.count()
    expect((await send({ 'answer-1': '', 'answer-2': 'On the box.' })).statusCode).toBe(200)
    expect(await pages.count()).toBe(before + 1)
  })

  test.each(['questions=9', 'questions=1.2'])(
    'is the whole form where it would leave nothing out: %s',
    async (query) => {
      const { statusCode, body } = await get(`${address}?${query}`)
      expect(statusCode).toBe(200)
      expect(folded(body)?.[0] ?? '').not.toContain('name="answer-')
    },
  )

  test.each(['questions=x', 'questions=', 'questions=1..2'])(
    'says that there is no such page: %s',
    async (query) => {
      expect((await get(`${address}?${query}`)).statusCode).toBe(400)
    },
  )
})
