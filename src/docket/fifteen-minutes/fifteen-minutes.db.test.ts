import { afterAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { newId } from '../../platform/id.ts'
import { after, type Instant, parseInstant } from '../../platform/time.ts'
import { findRequest, type RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  decideAs,
  docketServer,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { readingPolicy } from '../reading/access.ts'
import { fifteenMinutesRoutes } from './routes.tsx'

const opens = parseInstant('2026-03-02T12:00:00Z') as Instant
const database = await testDatabase<DocketTables>()
const { db } = database
const services = { db, clock: { now: () => after(opens, 1000) }, origin: 'http://localhost' }
const app = docketServer(readingPolicy, { now: guest }, (server) => {
  server.register(fifteenMinutesRoutes, services)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Five questions, the fourth of which the convenor marked. */
async function askFive(): Promise<RequestForComment> {
  const { id, docket } = await openRequest(db, { opens })
  const more = ['What for?', 'By whom?', 'At what price?'].map((text, at) => ({
    ...{ id: newId<'question'>(opens.getTime()), request_id: id, number: at + 3, text, hint: '' },
    priority: at === 1,
  }))
  await db.insertInto('requests.question').values(more).execute()
  return (await findRequest(db, docket)) as RequestForComment
}

const request = await askFive()
const address = `/requests/${request.docket}/fifteen-minutes`

const page = async (query = '') => {
  const { statusCode, body } = await app.inject({
    url: `${address}${query}`,
    headers: { accept: 'text/html' },
  })
  expect(statusCode).toBe(200)
  return body
}
const asksOf = (body: string) => /questions=([\d.]+)/.exec(body)?.[1]

async function say(said: Partial<Arrival>, posted = true) {
  const [number = ''] = await receive(db, [arrivalAt(request, said)])
  if (posted) await decideAs(db, request, number, { act: 'post' })
}
const one = answerTo(request, 1, 'Ten.')
const three = answerTo(request, 3, 'For safety.')

describe('Somebody with fifteen minutes', () => {
  test('is asked for their group first', async () => {
    const body = await page()
    expect(body).toContain('Your stakeholder group')
    expect(asksOf(body)).toBeUndefined()
    expect(asksOf(await page('?group=nobody-knows'))).toBeUndefined()
  })

  test('is led to the marked question and to those nobody answered, with the group filled in', async () => {
    const body = await page('?group=users')
    expect(asksOf(body)).toBe('1.2.4')
    expect(body).toContain('group=users')
    expect(body).toContain('Nobody of this group has answered it in public yet.')
  })

  test('is led to what their own group has answered least', async () => {
    await say({ group: 'users', answers: [one] })
    await say({ group: 'academia', answers: [three] })
    expect(asksOf(await page('?group=users'))).toBe('2.3.4')
    expect(asksOf(await page('?group=academia'))).toBe('1.2.4')
  })

  test('learns nothing of what is not public', async () => {
    const before = await page('?group=government')
    await say({ group: 'government', answers: [one] }, false)
    await say({ group: 'government', answers: [{ ...one, publication: 'confidential' }, three] })
    await say({ group: 'government', answers: [{ ...one, publication: 'confidential' }] })
    const after = await page('?group=government')
    expect(asksOf(after)).toBe('1.2.4')
    expect(after).toBe(before)
  })
})
