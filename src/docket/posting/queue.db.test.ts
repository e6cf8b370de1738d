import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, guest } from '../../participants/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { postingPolicy } from './access.ts'
import { postingRoutes } from './routes.tsx'
import { findToModerate } from './store.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  docketServer,
  moderatorOf,
  openRequest,
  receive,
} from './testing.ts'

const opens = new Date('2026-03-02T12:00:00Z')
const files = {
  read: async (sha256: string) => Readable.from([`bytes ${sha256.at(-1)}`]),
} as unknown as FileStore
const viewer: { now: Actor } = { now: guest }
let database: TestDatabase<DocketTables>
let app: ReturnType<typeof docketServer>
let request: RequestForComment
let dockets = 0

beforeAll(async () => {
  database = await testDatabase()
  const services = { db: database.db, clock: { now: () => opens }, origin: 'http://localhost', files }
  app = docketServer(postingPolicy, viewer, (server) => server.register(postingRoutes, services))
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  dockets += 1
  request = await openRequest(database.db, { docket: `QU-2026-${dockets}`, opens })
  viewer.now = moderatorOf(request)
})

const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
const send = (number: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/comments/${number}/moderation`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ seen: 'screening', ...form }).toString(),
  })
const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const receiveOne = async (said = {}) => (await receive(database.db, [arrivalAt(request, said)]))[0] ?? ''
const stateOf = async (number: string) => (await findToModerate(database.db, number))?.state

describe('the queue', () => {
  test('is empty until a comment comes, and says so', async () => {
    expect(text((await get(`/requests/${request.docket}/queue`)).body)).toContain('No comment waits')
  })

  test('shows the oldest comment whole, and which parts of it will be public', async () => {
    const attachments = [
      {
        name: 'plan.pdf',
        mediaType: 'application/pdf',
        bytes: 7,
        sha256: '1'.padStart(64, '0'),
        publication: 'without-name',
        extraction: { state: 'done', text: 'The plan.' },
      },
    ]
    const answers = [
      answerTo(request, 1, 'Ten years.', 'without-name'),
      answerTo(request, 2, 'Between us.', 'confidential'),
    ]
    const number = await receiveOne({ answers, attachments })
    await receiveOne()
    const html = text((await get(`/requests/${request.docket}/queue`)).body)
    expect(html).toContain('2 comments wait, the oldest first.')
    expect(html).toContain(`Moderate comment ${number}`)
    expect(html).toContain('Ada Example – will not be shown')
    expect(html).toMatch(/Will be public, without the name ?Ten years\./)
    expect(html).toMatch(/Confidential: never public ?Between us\./)
    expect(html).toContain('The plan.')
    const file = await get(`/comments/${number}/moderation/attachments/1`)
    expect([file.body, file.headers['content-disposition']]).toEqual([
      'bytes 1',
      "attachment; filename*=UTF-8''plan.pdf",
    ])
  })

  test('lets a comment wait and comes back to it', async () => {
    const [first, second] = [await receiveOne(), await receiveOne()]
    const behind = (await get(`/requests/${request.docket}/queue?behind=${first}`)).body
    expect(behind).toContain(`Moderate comment ${second}`)
    expect((await get(`/requests/${request.docket}/queue?behind=${second}`)).body).toContain(
      `Moderate comment ${first}`,
    )
  })

  test('goes on to the next after a decision, says what was done, and offers to change it', async () => {
    const [first, second] = [await receiveOne(), await receiveOne()]
    const { headers, statusCode } = await send(first, { act: 'post' })
    expect([statusCode, headers.location]).toEqual([303, `/requests/${request.docket}/queue?done=${first}`])
    const html = (await get(String(headers.location))).body
    expect(text(html)).toContain(`Comment ${first} is posted.`)
    expect(html).toContain(`href="/comments/${first}/moderation"`)
    expect(html).toContain(`Moderate comment ${second}`)
    expect((await send(first, { act: 'withhold', reason: 'spam', seen: 'posted' })).statusCode).toBe(303)
    expect(await stateOf(first)).toBe('withheld')
  })
})

describe('a decision', () => {
  test('to withhold without a reason comes back with every word kept', async () => {
    const number = await receiveOne()
    const none = await send(number, { act: 'withhold', explanation: 'I wrote this much.' })
    expect(none.statusCode).toBe(422)
    expect(text(none.body)).toContain('Choose a reason to withhold this comment')
    expect(none.body).toContain('I wrote this much.')
    expect(none.body).toContain('href="#reason"')
    const other = await send(number, { act: 'withhold', reason: 'other' })
    expect(text(other.body)).toContain('Write what the reason is')
    expect((await send(number, { act: 'withhold', reason: 'because' })).statusCode).toBe(422)
    expect(
      (await send(number, { act: 'withhold', reason: 'spam', explanation: 'x'.repeat(2001) })).statusCode,
    ).toBe(422)
    expect((await send(number, { act: 'burn' })).statusCode).toBe(422)
    expect(await stateOf(number)).toBe('screening')
  })

  test('that somebody else was faster with is told, and changes nothing', async () => {
    const number = await receiveOne()
    await send(number, { act: 'post' })
    const late = await send(number, { act: 'withhold', reason: 'off-topic', explanation: 'About bicycles.' })
    expect(late.statusCode).toBe(409)
    expect(text(late.body)).toContain('Nothing was changed.')
    expect(late.body).toContain('About bicycles.')
    expect(await stateOf(number)).toBe('posted')
  })

  test('is a moderator’s, in the process where the role is held', async () => {
    const number = await receiveOne()
    const elsewhere = moderatorOf(await openRequest(database.db, { docket: `XQ-${dockets}`, opens }))
    for (const actor of [guest, elsewhere]) {
      viewer.now = actor
      expect((await send(number, { act: 'post' })).statusCode).toBe(403)
      for (const url of [`/requests/${request.docket}/queue`, `/comments/${number}/moderation`]) {
        expect([303, 403], url).toContain((await get(url)).statusCode)
      }
    }
    expect(await stateOf(number)).toBe('screening')
  })
})
