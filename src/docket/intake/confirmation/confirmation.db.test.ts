import { afterAll, expect, test } from 'vitest'
import { listEntriesAbout } from '../../../record/index.ts'
import { receiptLetter } from '../own/receipt-letter.ts'
import { origin } from '../testing.tsx'
import { openIntakePages } from '../testing-pages.ts'
import { keepConfirmation } from './store.ts'

const pages = await openIntakePages()
const { house, submit } = pages
const { db } = house
afterAll(() => house.close())

/** Sends a comment and the letter with its receipt; answers its number and the path of the link. */
async function sendWithLetter() {
  await pages.reset()
  const { number } = await submit({ email: 'ada@example.org', name: 'Ada Example' })
  const letter = await receiptLetter(db, { origin, log: house.log }, number)
  if (!letter) throw new Error('No letter was written.')
  await db.transaction().execute((tx) => keepConfirmation(tx, letter.confirmation, house.clock.now()))
  const [, link = ''] = /http:\/\/localhost(\/sent\/\S+)/.exec(letter.message.body) ?? []
  return { number, link, body: letter.message.body }
}

const commentOf = (number: string) =>
  db.selectFrom('docket.comment').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
const press = (url: string, method: 'GET' | 'POST' = 'POST') => house.app.inject({ method, url })

test('a comment is confirmed by the button behind the link in its receipt letter, and by nothing less', async () => {
  const { number, link, body } = await sendWithLetter()
  expect(body).toContain(`${origin}/comments/${number}/claim`)
  expect((await commentOf(number)).verification).toBe('none')
  const page = await press(link, 'GET')
  expect(page.body).toContain('Yes, I sent this')
  expect((await commentOf(number)).verification).toBe('none')
  await Promise.all([press(link), press(link)])
  expect((await press(link, 'GET')).body).toContain('is confirmed')
  const { id, verification } = await commentOf(number)
  expect(verification).toBe('e-mail')
  const kinds = (await listEntriesAbout(db, id)).map(({ kind }) => kind)
  expect(kinds).toEqual(['comment-received', 'comment-sender-confirmed'])
})

test('a link that was never sent confirms nothing, nor one of a withdrawn comment', async () => {
  const { number, link } = await sendWithLetter()
  expect((await press('/sent/made-up')).statusCode).toBe(410)
  await db
    .updateTable('docket.comment')
    .set({ withdrawn_at: house.clock.now() })
    .where('number', '=', number)
    .execute()
  expect((await press(link)).statusCode).toBe(410)
  expect((await commentOf(number)).verification).toBe('none')
})
