import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openIntakePages } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, post, submit, open, get } = pages
afterAll(() => house.close())

const signed = (number: string) =>
  house.db
    .selectFrom('docket.signatory as one')
    .innerJoin('docket.comment as comment', 'comment.id', 'one.comment_id')
    .select(['one.name', 'one.country', 'one.email', 'one.state', 'one.letter_due'])
    .where('comment.number', '=', number)
    .orderBy('one.position')
    .execute()

const api = (signatories: unknown) =>
  house.app.inject({
    method: 'POST',
    url: `/api/requests/${open.docket}/comments`,
    payload: {
      answers: [{ text: 'Ten years.' }],
      publication: 'with-name',
      name: 'Ada',
      idempotencyKey: randomUUID(),
      signatories,
    },
  })

test('organisations are named in rows and in a list, and each with an address is owed a letter', async () => {
  const { number, page } = await submit({
    organisation: 'Lock Forum',
    'signatory-1-name': 'Users of Ghent',
    'signatory-1-country': 'Belgium',
    'signatory-1-email': 'ghent@example.org',
    signatoryList: 'Makers <makers@example.org>\r\nSilent Society',
  })
  expect(await signed(number)).toEqual([
    { name: 'Users of Ghent', country: 'BE', email: 'ghent@example.org', state: 'named', letter_due: true },
    { name: 'Makers', country: null, email: 'makers@example.org', state: 'named', letter_due: true },
    { name: 'Silent Society', country: null, email: null, state: 'named', letter_due: false },
  ])
  expect(page.body).toContain(`/comments/${number}/signatories`)
  const receipt = await get(`/comments/${number}/receipt.txt`, { 'comment-key': await lastKey(page.body) })
  expect(receipt.body).toContain('Silent Society')
})

const lastKey = async (body: string) => /parley-secret">([^<]+)</.exec(body)?.[1] ?? ''

test('what is wrong stands where it was typed, with every word kept', async () => {
  const back = await post({
    'answer-1': 'Ten years.',
    publication: 'with-name',
    name: 'Ada',
    group: 'academia',
    language: 'en',
    key: randomUUID(),
    'signatory-1-name': 'Users of Ghent',
    'signatory-1-email': 'no address',
    signatoryList: 'Makers\nMAKERS',
    act: 'check',
  })
  expect(back.statusCode).toBe(422)
  expect(back.body).toContain('href="#signatory-1-email"')
  expect(back.body).toContain('“MAKERS” is named twice')
  expect(back.body).toContain('value="no address"')
  expect(back.body).toContain('Makers\nMAKERS</textarea>')
})

test('a button for more rows, or for members of a coalition that is not known, drops nothing', async () => {
  const form = { 'signatory-1-name': 'Users of Ghent', organisation: 'No coalition', language: 'en' }
  const more = await post({ ...form, act: 'rows' })
  expect(more.statusCode).toBe(200)
  expect(more.body).toContain('signatory-3-name')
  const members = await post({ ...form, act: 'members' })
  expect(members.statusCode).toBe(422)
  expect(members.body).toContain('No coalition called “No coalition”')
  expect(members.body).toContain('value="Users of Ghent"')
})

test('a program names them too, and hears which of them is wrong', async () => {
  const taken = await api([{ name: 'Users of Ghent', country: 'BE', email: 'api@example.org' }])
  expect(taken.statusCode).toBe(201)
  expect(await signed(taken.json().number)).toHaveLength(1)
  const wrong = await api([{ name: 'Makers' }, { name: 'Makers', email: 'nowhere' }])
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json().errors.map(({ field }: { field: string }) => field)).toEqual([
    'signatories.1.email',
    'signatories.1.name',
  ])
  expect((await api([{ title: 'Makers' }])).statusCode).toBe(422)
  expect((await api(Array.from({ length: 201 }, (_, at) => ({ name: `N${at}` })))).statusCode).toBe(422)
})
