import { afterAll, describe, expect, test } from 'vitest'
import { listEntriesAbout } from '../../../record/index.ts'
import { openClaims } from '../testing.ts'

const { house, db, request, take, post, send, later, lettersTo, linkTo } = await openClaims()
afterAll(house.close)

const said = (email: string, changes: Record<string, string> = {}) => ({
  ...{ name: 'Grace Example', email, whose: 'mine', words: 'I never wrote this.', numbers: '' },
  ...changes,
})
const claim = (number: string, form: Record<string, string>, from?: string) =>
  send(`/comments/${number}/claim`, form, from)
const claimsOf = (email: string) =>
  db.selectFrom('docket.claim').selectAll().where('email', '=', email).execute()
const kindsAbout = async (number: string) => {
  const { id } = await db
    .selectFrom('docket.comment')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return (await listEntriesAbout(db, id)).map(({ kind }) => kind)
}

describe('“I did not send this”', () => {
  test('stands on the page of every comment, and leads to a form that says the way by mail too', async () => {
    const number = await take()
    expect((await house.get(`/comments/${number}`)).body).toContain(`href="/comments/${number}/claim"`)
    const { body } = await house.get(`/comments/${number}/claim`)
    expect(body).toContain('office@example.org')
    await post(number)
    const list = await house.get(`/requests/${request.docket}/comments`)
    expect(list.body).not.toContain(`/comments/${number}/claim`)
  })

  test('is confirmed by a button behind a mailed link, never by opening the link', async () => {
    const number = await take()
    expect((await claim(number, said('one@example.net'))).body).toContain('Check your e-mail')
    const link = await linkTo('one@example.net')
    const [letter] = await lettersTo('one@example.net')
    expect(letter).not.toContain('I never wrote this.')
    expect((await house.get(link)).body).toContain('Yes, this is my claim')
    expect((await claimsOf('one@example.net'))[0]?.confirmed_at).toBeNull()
    await Promise.all([house.post(link, {}), house.post(link, {})])
    expect((await house.get(link)).body).toContain('Your claim stands')
    expect((await claimsOf('one@example.net'))[0]?.confirmed_at).not.toBeNull()
    expect(await kindsAbout(number)).toEqual(['comment-received', 'claim-made', 'claim-confirmed'])
  })

  test('reaches no one and is deleted where nobody confirms it in a week', async () => {
    const number = await take()
    await claim(number, said('late@example.net'))
    const link = await linkTo('late@example.net')
    later(7 * 24 * 60 + 1)
    expect((await house.post(link, {})).statusCode).toBe(410)
    await claim(number, said('other@example.net'))
    expect(await claimsOf('late@example.net')).toEqual([])
    later(0)
  })

  test('names more comments at once, each recorded', async () => {
    const [one, two, three] = [await take(), await take(), await take()]
    const numbers = `${two}, ${three}\n${two}`
    expect((await claim(one, said('many@example.net', { numbers }))).statusCode).toBe(200)
    for (const number of [one, two, three]) expect(await kindsAbout(number)).toContain('claim-made')
  })
})

describe('a claim that cannot be taken comes back with every word', () => {
  test('where numbers are unknown they are named', async () => {
    const number = await take()
    const answer = await claim(number, said('x@example.net', { numbers: `${number} EX-2026-0001-9999` }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('No comment here has this number: EX-2026-0001-9999')
    expect(answer.body).toContain('I never wrote this.')
    expect(await claimsOf('x@example.net')).toEqual([])
  })

  test('where thousands of comments are pasted', async () => {
    const number = await take()
    const numbers = Array.from({ length: 5000 }, (_, at) => `EX-2026-0001-${at}`).join('\r\n')
    const answer = await claim(number, said('pasted@example.net', { numbers }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('You named 5,000 numbers. One claim takes 100')
    expect(answer.body).toContain('EX-2026-0001-4999')
    expect(await claimsOf('pasted@example.net')).toEqual([])
  })

  test('where the words are too long, and where fields are empty', async () => {
    const number = await take()
    const words = `${'word '.repeat(1200)}THE-END`
    const long = await claim(number, said('long@example.net', { words }))
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('Write at most 5,000 characters; it is 6,007 now')
    expect(long.body).toContain('THE-END')
    const empty = await claim(number, { name: '', email: 'nobody', whose: 'yours', words: ' ' })
    for (const field of ['name', 'email', 'whose', 'words']) {
      expect(empty.body, field).toContain(`href="#${field}"`)
    }
  })

  test('where one place makes too many with one address; others with that address still can', async () => {
    const number = await take()
    const form = said('often@example.net', { words: 'Heard often.' })
    for (let time = 1; time <= 3; time += 1) await claim(number, form, '127.0.2.1')
    const fourth = await claim(number, form, '127.0.2.1')
    expect(fourth.statusCode).toBe(429)
    expect(fourth.body).toContain('Heard often.')
    expect((await claim(number, form, '127.0.2.2')).statusCode).toBe(200)
    expect(await lettersTo('often@example.net')).toHaveLength(4)
  })
})
