import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { receiptLetter } from './own/receipt-letter.ts'
import { origin } from './testing.tsx'
import { cookiesOf, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, get, post, count, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

describe('a comment that is submitted', () => {
  test('is received once, however often the button is pressed', async () => {
    const form = whole()
    const before = await count()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(form, { cookies: { draft: 'x' } })),
    )
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(new Set(answers.map((answer) => cookiesOf(answer)['comment-key'])).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('leads to a page with number, key and receipt, and no address holds the key', async () => {
    const { url, number, key, page, cookies } = await submit()
    expect(url).toBe(`/comments/${number}/receipt`)
    expect(page.body).toContain(number)
    expect(page.body).toContain(key)
    const receipt = await get(`/comments/${number}/receipt.txt`, cookies)
    expect(receipt.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(receipt.body).toContain('PARLEY RECEIPT 1')
    expect(receipt.body).toContain('| And say so on the box.')
    expect(house.lines.join('')).not.toContain(key)
  })

  test('is shown its receipt at once where the browser takes no cookies', async () => {
    const page = await post(whole())
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Comment received')
  })

  test('shows nothing to those who do not hold its key', async () => {
    const { number } = await submit()
    for (const path of ['receipt', 'receipt.txt', 'yours', 'withdraw']) {
      const answer = await get(`/comments/${number}/${path}`, { 'comment-key': '00000-00000-00000-00000' })
      expect(answer.statusCode, path).toBe(303)
      expect(answer.headers.location).toBe(`/comment-key?number=${number}`)
    }
    const post = house.app.inject({ method: 'POST', url: `/comments/${number}/withdraw` })
    expect((await post).statusCode).toBe(403)
  })
})

test('a confidential word is found on no page, in no log and in no letter but those of its sender', async () => {
  const canary = `canary-${randomUUID()}`
  const sent = await submit({
    'answer-1': `Secret ${canary}`,
    publication: 'confidential',
    email: 'canary@example.org',
  })
  const letter = await receiptLetter(house.db, { origin, log: house.log }, sent.number)
  expect(letter?.message.to).toBe('canary@example.org')
  expect(JSON.stringify(letter)).not.toContain(canary)
  const tables = ['texts.version', 'record.leaf', 'record.entry', 'platform.mail', 'docket.draft'] as const
  for (const table of tables) {
    const rows = await house.db.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows), table).not.toContain(canary)
  }
  expect(house.lines.join('')).not.toContain(canary)
  expect(sent.page.body).not.toContain(canary)
  const receipt = await get(`/comments/${sent.number}/receipt.txt`, sent.cookies)
  expect(receipt.body).toContain(canary)
})
