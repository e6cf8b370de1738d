import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decisionsAbout, moderationPolicy, moderationRoutes } from '../../moderation/index.ts'
import { type Actor, guest } from '../../participants/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { postingPolicy } from './access.ts'
import { decideComment } from './decide-comment.ts'
import { postingRoutes } from './routes.tsx'
import { findToModerate } from './store.ts'
import {
  arrivalAt,
  type DocketTables,
  docketServer,
  hireModerator,
  moderatorOf,
  openRequest,
  receive,
} from './testing.ts'

const opens = new Date('2026-03-02T12:00:00Z')
const viewer: { now: Actor } = { now: guest }
let database: TestDatabase<DocketTables>
let app: ReturnType<typeof docketServer>
let request: RequestForComment
let ada: Actor
let grace: Actor
let dockets = 0

beforeAll(async () => {
  database = await testDatabase()
  const services = { db: database.db, clock: { now: () => opens }, origin: 'http://localhost' }
  app = docketServer([...postingPolicy, ...moderationPolicy], viewer, (server) => {
    server.register(postingRoutes, { ...services, files: {} as FileStore })
    server.register(moderationRoutes, { ...services, nameRefs: async () => new Map() })
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

beforeEach(async () => {
  dockets += 1
  request = await openRequest(database.db, { docket: `SL-2026-${dockets}`, opens })
  ada = await hireModerator(database.db, request, 'Ada')
  grace = await hireModerator(database.db, request, 'Grace')
})

const receiveOne = async () => (await receive(database.db, [arrivalAt(request)]))[0] ?? ''
const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const commentOf = async (number: string) => {
  const comment = await findToModerate(database.db, number)
  if (!comment) throw new Error('gone')
  return comment
}
const stateOf = async (number: string) => (await commentOf(number)).state
const get = async (who: Actor, url: string) => {
  viewer.now = who
  return text((await app.inject({ url })).body)
}
const post = (who: Actor, url: string, form: Record<string, string>) => {
  viewer.now = who
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() })
}
const withhold = (who: Actor, number: string, seen = 'screening') =>
  post(who, `/comments/${number}/moderation`, { act: 'withhold', reason: 'spam', seen })
const openProposals = async () =>
  (
    await database.db
      .selectFrom('moderation.proposal')
      .select('id')
      .where('outcome', 'is', null)
      .where('process_id', '=', request.processId)
      .execute()
  ).map(({ id }) => id)
const answer = async (who: Actor, number: string, act: string, more: Record<string, string> = {}) => {
  const [proposal = ''] = await openProposals()
  return post(who, `/comments/${number}/proposal`, { act, proposal, seen: 'screening', ...more })
}
const log = () => get(guest, `/processes/${request.docket.toLowerCase()}/moderation-log`)

describe('withholding by one of two moderators', () => {
  test('waits for the other, shows nothing in public, and tells who proposed it that it waits', async () => {
    const number = await receiveOne()
    const { headers } = await withhold(ada, number)
    expect(await stateOf(number)).toBe('screening')
    expect(await decisionsAbout(database.db, 'comment', (await commentOf(number)).id)).toEqual([])
    expect(await log()).toContain('Nothing has been decided yet.')
    expect(await get(ada, String(headers.location))).toContain(`You proposed to withhold comment ${number}.`)
    expect(await get(ada, String(headers.location))).toContain('1 waits for a second look')
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('It waits for another moderator')
    const second = await get(grace, `/requests/${request.docket}/queue?part=second-look`)
    expect(second).toContain(`Moderate comment ${number}`)
    expect(second).toContain('Another moderator proposed to withhold this comment. Reason: Spam.')
  })

  test('is done when the other confirms it, and the log shows both steps and no name', async () => {
    const number = await receiveOne()
    await withhold(ada, number)
    expect((await answer(grace, number, 'confirm')).statusCode).toBe(303)
    expect(await stateOf(number)).toBe('withheld')
    const shown = await log()
    expect(shown).toContain('Withheld. One moderator proposed it and another confirmed it.')
    expect(shown).not.toMatch(/Ada|Grace/)
    const csv = await get(guest, `/processes/${request.docket.toLowerCase()}/moderation-log.csv`)
    expect(csv).toContain('spam,,,2026-03-02T12:00:00.000Z')
  })

  test('is never confirmed or turned down by its own proposer, nor taken back by another', async () => {
    const number = await receiveOne()
    await withhold(ada, number)
    expect((await answer(ada, number, 'confirm')).statusCode).toBe(409)
    expect((await answer(ada, number, 'turn-down', { why: 'No.' })).statusCode).toBe(409)
    expect((await answer(grace, number, 'take-back')).statusCode).toBe(409)
    expect(await stateOf(number)).toBe('screening')
    expect(await openProposals()).toHaveLength(1)
    expect((await answer(ada, number, 'take-back')).statusCode).toBe(303)
    expect(await openProposals()).toHaveLength(0)
  })

  test('is turned down only with a reason, which the log shows, and the comment can then be posted', async () => {
    const number = await receiveOne()
    await withhold(ada, number)
    const bare = await answer(grace, number, 'turn-down')
    expect([bare.statusCode, text(bare.body).includes('Write why you turn the proposal down')]).toEqual([
      422,
      true,
    ])
    await answer(grace, number, 'turn-down', { why: 'It is an honest offer.' })
    expect(await log()).toContain('It is an honest offer.')
    await post(grace, `/comments/${number}/moderation`, { act: 'post', seen: 'screening' })
    expect(await stateOf(number)).toBe('posted')
  })

  test('is not overtaken by somebody who posts without having seen the proposal', async () => {
    const number = await receiveOne()
    await withhold(ada, number)
    const late = await post(grace, `/comments/${number}/moderation`, { act: 'post', seen: 'screening' })
    expect(late.statusCode).toBe(409)
    expect(await stateOf(number)).toBe('screening')
  })

  test('of two who decide at the same moment lets one win', async () => {
    for (let round = 0; round < 5; round += 1) {
      const comment = await commentOf(await receiveOne())
      const verdict = { seen: 'screening', reason: 'spam', explanation: '' } as const
      const given = { comment, questions: new Map(), at: opens }
      const outcomes = await Promise.all([
        decideComment(database.db, ada, { ...given, verdict: { ...verdict, act: 'withhold' } }),
        decideComment(database.db, grace, { ...given, verdict: { ...verdict, act: 'post' } }),
        decideComment(database.db, grace, { ...given, verdict: { ...verdict, act: 'withhold' } }),
      ])
      expect(outcomes.filter((outcome) => outcome !== 'not-as-seen')).toHaveLength(1)
    }
  })

  test('does not wait to be undone: posting again is one moderator’s', async () => {
    const number = await receiveOne()
    await withhold(ada, number)
    await answer(grace, number, 'confirm')
    await post(ada, `/comments/${number}/moderation`, { act: 'post', seen: 'withheld' })
    expect(await stateOf(number)).toBe('posted')
  })
})

describe('a process', () => {
  test('whose only moderator withholds does not wait for ever, and says so', async () => {
    await database.db
      .deleteFrom('participants.role')
      .where('person', '=', grace.person ?? null)
      .execute()
    const number = await receiveOne()
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('nobody else moderates this process')
    await withhold(ada, number)
    expect(await stateOf(number)).toBe('withheld')
  })

  test('may do without: its secretariat says so, the record keeps it, and a moderator may not', async () => {
    const url = `/processes/${request.docket.toLowerCase()}/second-look`
    expect((await post(ada, url, { required: 'no' })).statusCode).toBe(403)
    const inProcess = new Map([[request.processId, new Set(['secretariat'] as const)]])
    const office: Actor = { ...moderatorOf(request), inProcess }
    expect(await get(office, url)).toContain('2 people moderate this process: Ada, Grace.')
    expect((await post(office, url, { required: 'no' })).statusCode).toBe(303)
    await post(office, url, { required: 'no' })
    const kept = await database.db
      .selectFrom('record.entry')
      .select('kind')
      .where('kind', '=', 'second-look-set')
      .execute()
    expect(kept).toHaveLength(1)
    const number = await receiveOne()
    await withhold(ada, number)
    expect(await stateOf(number)).toBe('withheld')
  })
})
