import { afterAll, expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { findAnswerable } from '../comments/store.ts'
import { arrivalAt, decideAs, receive } from '../posting/testing.ts'
import { openDocket, text } from './testing.ts'

const { db, newRequest, post, page, json, close } = await openDocket()
afterAll(close)

const DAY = 86_400_000

/** A request with one posted comment, and a reply to it that came in the round after the deadline. */
async function withReply(publication: 'with-name' | 'confidential' = 'with-name') {
  const request = await newRequest()
  const [answered = ''] = await post(request, {})
  const repliesTo = await findAnswerable(db, request.id, [answered])
  const receivedAt = after(request.deadline.at, DAY)
  const answers = [{ text: 'I do not agree.', publication }]
  const [reply = ''] = await receive(db, [arrivalAt(request, { receivedAt, repliesTo, answers })])
  return { request, answered, reply }
}

const postIt = (request: RequestForComment, number: string) => decideAs(db, request, number, { act: 'post' })

test('a reply is threaded from the comment it answers once it is posted, and marked everywhere', async () => {
  const { request, answered, reply } = await withReply()
  expect(await page(`/comments/${answered}`)).not.toContain(reply)
  expect((await json(`/api/requests/${request.docket}/comments`)).counts.late).toBe(1)
  await postIt(request, reply)
  expect(await page(`/comments/${answered}`)).toContain(`href="/comments/${reply}"`)
  expect(text(await page(`/comments/${reply}`))).toContain(`This is a reply to ${answered}`)
  expect(text(await page(`/requests/${request.docket}/comments`))).toContain(`reply to ${answered}`)
  const whole = await json(`/api/comments/${reply}`)
  expect(whole).toMatchObject({ repliesTo: [answered], late: false })
  const list = await json(`/api/requests/${request.docket}/comments`)
  expect(list.counts.late).toBe(0)
})

test('the docket can be narrowed to replies, and to all others', async () => {
  const { request, answered, reply } = await withReply()
  await postIt(request, reply)
  const numbers = async (replies: string) => {
    const { comments } = await json(`/api/requests/${request.docket}/comments?replies=${replies}`)
    return comments.map((one: { number: string }) => one.number)
  }
  expect(await numbers('only')).toEqual([reply])
  expect(await numbers('without')).toEqual([answered])
})

test('a confidential reply is not known to be one', async () => {
  const { request, answered, reply } = await withReply('confidential')
  await postIt(request, reply)
  expect(await page(`/comments/${answered}`)).not.toContain('id="replies"')
  expect((await json(`/api/comments/${reply}`)).repliesTo).toEqual([])
})

test('only what is posted can be answered', async () => {
  const request = await newRequest()
  const [waiting = ''] = await receive(db, [arrivalAt(request)])
  expect(await findAnswerable(db, request.id, [waiting])).toEqual([])
  const other = await newRequest()
  const [elsewhere = ''] = await post(other, {})
  expect(await findAnswerable(db, request.id, [elsewhere])).toEqual([])
})
