import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, type PersonId } from '../../../participants/index.ts'
import { newId } from '../../../platform/id.ts'
import { parseInstant } from '../../../platform/time.ts'
import { signingKey } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { docketServer, openRequest } from '../../posting/testing.ts'
import { text } from '../../reading/testing.ts'
import { importPolicy } from '../access.ts'
import { openImporting } from '../testing.ts'
import { countedFrom } from './enter-paper.ts'
import { dayProblems } from './model.ts'
import { type PaperServices, paperRoutes } from './routes.tsx'

const house = await openImporting()
const db = house.db as unknown as PaperServices['db']
const viewer = { now: guest }
const instant = (words: string) => parseInstant(words) ?? expect.fail(words)
const opens = instant('2026-03-02T12:00:00Z')
const clock = { now: () => instant('2026-03-12T12:00:00Z') }
const log = signingKey('localhost/log', generateKeyPairSync('ed25519').privateKey)
const services: PaperServices = { db, clock, log, files: house.files, origin: 'http://localhost' }
const app = docketServer(importPolicy, viewer, (server) => server.register(paperRoutes, services))
const person = newId<'person'>(1) as PersonId
let request: RequestForComment
let form: Record<string, string>

beforeAll(async () => {
  // It closes on 9 March 2026 at 13:00 in Berlin.
  request = await openRequest(house.db, { opens })
  viewer.now = {
    ...guest,
    person,
    inProcess: new Map([[request.processId, new Set(['moderator'] as const)]]),
  }
  form = {
    act: 'submit',
    receivedOn: '2026-03-11',
    postmarkedOn: '',
    'answer-1': 'Ten years.',
    publication: 'without-name',
    group: 'users',
    language: 'en',
    name: 'Ada Example',
  }
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const path = () => `/requests/${request.docket}/paper`
const enter = (fields: Record<string, string>) => {
  const key = `key-${Math.random()}-of-a-paper-comment`
  const payload = new URLSearchParams({ key, ...form, ...fields }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url: path(), headers, payload })
}
const kept = () =>
  db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.paper as paper', 'paper.comment_id', 'comment.id')
    .select(['channel', 'state', 'named', 'original_id', 'original_at', 'entered_by'])
    .execute()

describe('a comment on paper', () => {
  test('is entered by those who moderate, and by nobody else', async () => {
    expect((await app.inject({ url: path() })).statusCode).toBe(200)
    const before = viewer.now
    viewer.now = { ...guest, person }
    expect((await enter({})).statusCode).toBe(403)
    viewer.now = before
    expect(await kept()).toEqual([])
  })

  test.each([
    [{ receivedOn: '' }, 'Enter the day'],
    [{ receivedOn: '2026-02-30' }, 'Write the day of receipt'],
    [{ receivedOn: '2026-03-13' }, 'still to come'],
    [{ receivedOn: '0000-01-01' }, 'The year of receipt'],
    [{ receivedOn: '0026-03-11' }, 'The year of receipt'],
    [{ postmarkedOn: '0000-01-01' }, 'The year of the postmark'],
    [{ postmarkedOn: '2026-03-12' }, 'later than the day of receipt'],
    [{ publication: '' }, 'publish'],
    [{ 'answer-1': '' }, 'Write'],
  ])('with %j comes back with every word', async (wrong, sentence) => {
    const answer = await enter({ name: 'Kept Name', ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(text(answer.body)).toContain(sentence)
    expect(answer.body).toContain('Kept Name')
    expect(await kept()).toEqual([])
  })

  test('goes the way of every other comment, with its receipt to print, its day held against the deadline', async () => {
    const late = await enter({})
    expect(late.statusCode).toBe(200)
    expect(text(late.body)).toContain('That is after the deadline')
    const inTime = await enter({ postmarkedOn: '2026-03-09' })
    expect(text(inTime.body)).toContain('That is before the deadline')
    expect(text(inTime.body)).toMatch(/Your comment key\s*\S+/)
    expect(await kept()).toMatchObject([
      { channel: 'paper', state: 'screening', named: false, original_id: null, entered_by: person },
      { channel: 'paper', original_at: instant('2026-03-08T23:00:00Z') },
    ])
    const entries = await db
      .selectFrom('record.entry')
      .select(['kind', 'by'])
      .where('kind', '=', 'comment-entered-from-paper')
      .execute()
    expect(entries).toEqual([
      { kind: 'comment-entered-from-paper', by: person },
      { kind: 'comment-entered-from-paper', by: person },
    ])
  })

  test('entered twice by a second click is one; with other words it is asked about', async () => {
    const key = 'a-key-of-more-than-twenty-two-letters'
    const before = (await kept()).length
    expect((await enter({ key })).statusCode).toBe(200)
    expect((await enter({ key })).statusCode).toBe(200)
    expect((await enter({ key, 'answer-1': 'Twelve years.' })).statusCode).toBe(422)
    expect(await kept()).toHaveLength(before + 1)
  })

  test('entered again with other days has a receipt that states the days that are kept', async () => {
    const key = 'a-third-key-of-more-than-twenty-two-letters'
    const first = await enter({ key, name: 'First Name' })
    expect(text(first.body)).toContain('That is after the deadline')
    const again = await enter({ key, postmarkedOn: '2026-03-09', name: 'Other Name' })
    expect(again.statusCode).toBe(200)
    expect(text(again.body)).toContain('That is after the deadline')
    expect(text(again.body)).toContain('was entered before')
    expect(text(first.body)).not.toContain('was entered before')
    expect(text(again.body)).toContain('First Name')
    expect(text(again.body)).not.toContain('Other Name')
  })

  test('brings its scan along', async () => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...form, key: 'another-key-of-twenty-two-letters' }))
      body.append(name, value)
    body.append('files', new Blob(['Scanned words.']), 'scan.txt')
    const sent = new Response(body)
    const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
    const payload = Buffer.from(await sent.arrayBuffer())
    expect((await app.inject({ method: 'POST', url: path(), headers, payload })).statusCode).toBe(200)
    expect(await db.selectFrom('docket.attachment').select(['name', 'publication']).execute()).toEqual([
      { name: 'scan.txt', publication: 'without-name' },
    ])
  })
})

test('a day that the clocks of a place left out counts from the next', () => {
  const skipped = countedFrom({ receivedOn: '2011-12-30', postmarkedOn: '' }, 'Pacific/Apia')
  expect(skipped).toEqual(instant('2011-12-30T10:00:00Z'))
})

test('a leap day is a day', () => {
  const days = (receivedOn: string) => dayProblems({ receivedOn, postmarkedOn: '' }, '2029-01-01')
  expect(days('2028-02-29')).toEqual([])
  expect(days('2027-02-29')).toMatchObject([{ kind: 'receivedNoDay' }])
})
