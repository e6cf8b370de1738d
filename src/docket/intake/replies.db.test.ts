import { afterAll, beforeEach, expect, test } from 'vitest'
import { parseInstant } from '../../platform/time.ts'
import { openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, open, address, get, post, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

const instant = (text: string) => parseInstant(text) ?? new Date(0)
await house.db
  .insertInto('requests.reply_round')
  .values({
    request_id: open.request,
    opens_at: instant('2026-03-27T21:00:00Z'),
    closes_at: instant('2026-04-10T21:00:00Z'),
    zone: 'America/New_York',
    announced_at: instant('2026-03-01T00:00:00Z'),
  })
  .execute()

const posted = async () => {
  house.clock.set('2026-03-11T12:00:00Z')
  const { number } = await submit()
  await house.db.updateTable('docket.comment').set({ state: 'posted' }).where('number', '=', number).execute()
  return number
}

const replies = async (number: string) =>
  house.db
    .selectFrom('docket.reply as reply')
    .innerJoin('docket.comment as comment', 'comment.id', 'reply.comment_id')
    .innerJoin('docket.comment as answered', 'answered.id', 'reply.answered_id')
    .select('answered.number')
    .where('comment.number', '=', number)
    .execute()

test('in a reply round a comment names those it answers, and is not late', async () => {
  const answered = await posted()
  house.clock.set('2026-04-01T12:00:00Z')
  const form = (await get(`${address}?reply=${answered}`)).body
  expect(form).toContain('Which comments do you answer?')
  expect(form).toContain(`value="${answered}"`)
  const review = (await post(whole({ act: 'check', replyTo: answered }))).body
  expect(review).toContain(`A reply to ${answered}`)
  expect(review).not.toContain('The deadline has passed.')
  const { number, page } = await submit({ replyTo: answered })
  expect(page.body).not.toContain('the comment is marked as late')
  expect(await replies(number)).toEqual([{ number: answered }])
})

test('what is not posted cannot be answered, and nothing before or after the round', async () => {
  house.clock.set('2026-03-12T12:00:00Z')
  const { number: waiting } = await submit()
  const answered = await posted()
  house.clock.set('2026-04-02T12:00:00Z')
  const wrong = await post(whole({ replyTo: `${answered} ${waiting} NONE-1` }))
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain(`${waiting}, NONE-1`)
  expect(wrong.body).toContain('And say so on the box.')
  for (const outside of ['2026-03-20T12:00:00Z', '2026-04-10T21:00:00Z']) {
    house.clock.set(outside)
    const back = await post(whole({ replyTo: answered }))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('Replies are not taken now.')
  }
})

test('programs reply through the API', async () => {
  const answered = await posted()
  house.clock.set('2026-04-03T12:00:00Z')
  const send = (replyTo: string[]) =>
    house.app.inject({
      method: 'POST',
      url: `/api/requests/${open.docket}/comments`,
      payload: {
        answers: [{ text: 'I agree.' }],
        publication: 'without-name',
        idempotencyKey: crypto.randomUUID(),
        replyTo,
      },
    })
  expect((await send(['NONE-1'])).statusCode).toBe(422)
  const sent = await send([answered])
  expect(sent.statusCode).toBe(201)
  expect(sent.json().late).toBe(false)
  expect(await replies(sent.json().number)).toEqual([{ number: answered }])
})
