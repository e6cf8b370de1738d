import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { cookiesOf, hidden, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, get, post, postForm, count, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

describe('a comment key', () => {
  const openWith = (number: string, key: string) => postForm('/comment-key', { number, key })

  test('opens its comment and no other', async () => {
    const [mine, other] = [await submit(), await submit()]
    expect((await openWith(mine.number, other.key)).statusCode).toBe(422)
    const opened = await openWith(mine.number, mine.key.toLowerCase())
    expect(opened.headers.location).toBe(`/comments/${mine.number}/yours`)
    const page = await get(`/comments/${mine.number}/yours`, cookiesOf(opened))
    expect(page.body).toContain('a moderator has not decided yet')
  })

  test('withdraws the comment, with its entry and its leaf', async () => {
    const { number, cookies } = await submit()
    const url = `/comments/${number}/withdraw`
    expect((await get(url, cookies)).body).toContain('This cannot be undone')
    const done = await house.app.inject({ method: 'POST', url, cookies })
    expect(done.body).toContain('Your comment is withdrawn.')
    const again = await house.app.inject({ method: 'POST', url, cookies })
    expect(again.body).toContain('This comment was withdrawn')
    const bodies = (await house.db.selectFrom('record.leaf').select('body').execute()).map(({ body }) => body)
    const leaves = bodies.filter((body) => body.includes(`number ${number}\n`))
    expect(leaves.map((body) => /kind (.*)/.exec(body)?.[1]).sort()).toEqual([
      'comment-received',
      'comment-withdrawn',
    ])
  })

  test('puts a corrected comment in the place of the first', async () => {
    const first = await submit({ email: 'ada@example.org' })
    const begun = await postForm(`/comments/${first.number}/supersede`, { as: 'correction' }, first.cookies)
    const form = await get(String(begun.headers.location), cookiesOf(begun))
    expect(form.body).toContain(`You are correcting comment ${first.number}.`)
    expect(form.body).toContain('And say so on the box.')
    const fields = Object.fromEntries(
      ['key', 'code', 'supersedes', 'supersedesKey', 'as'].map((name) => [name, hidden(form.body, name)]),
    )
    const second = await submit({ ...fields, 'answer-1': 'Eleven years.' })
    const yours = await get(`/comments/${first.number}/yours`, first.cookies)
    expect(yours.body).toContain(`Superseded by ${second.number}`)
    const third = await post(whole({ ...fields, key: randomUUID() }))
    expect(third.statusCode).toBe(422)
    expect(third.body).toContain('A later comment has taken the place of this one.')
  })

  test('warns before a nameless comment takes the place of a named one, and not where both are alike', async () => {
    const first = await submit()
    const tie = 'whoever compares the times can tell that both are yours'
    expect((await get(`/comments/${first.number}/yours`, first.cookies)).body).toContain(tie)
    const begun = await postForm(`/comments/${first.number}/supersede`, { as: 'new-version' }, first.cookies)
    const form = await get(String(begun.headers.location), cookiesOf(begun))
    expect(form.body).toContain(tie)
    const fields = Object.fromEntries(
      ['key', 'code', 'supersedes', 'supersedesKey', 'as'].map((name) => [name, hidden(form.body, name)]),
    )
    const check = async (changes: Record<string, string>) =>
      (await post(whole({ ...fields, act: 'check', ...changes }))).body.includes(tie)
    expect(await check({ publication: 'without-name' })).toBe(true)
    expect(await check({ publication: 'confidential' })).toBe(true)
    expect(await check({ publication: 'with-name' })).toBe(false)
    expect(await check({ publication: 'without-name', supersedesKey: 'guess' })).toBe(false)
  })

  test('is needed to supersede a comment', async () => {
    const { number } = await submit()
    const before = await count()
    const stolen = await post(whole({ supersedes: number, supersedesKey: 'guess', as: 'correction' }))
    expect(stolen.statusCode).toBe(422)
    expect(await count()).toBe(before)
  })
})
