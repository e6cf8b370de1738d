import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assign } from '../../moderation/index.ts'
import { type Actor, guest } from '../../participants/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { listEntriesAbout } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { postingPolicy } from './access.ts'
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
  app = docketServer(postingPolicy, viewer, (server) => {
    server.register(postingRoutes, { ...services, files: {} as FileStore })
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  dockets += 1
  request = await openRequest(database.db, { docket: `AS-2026-${dockets}`, opens })
  ada = await hireModerator(database.db, request, 'Ada')
  grace = await hireModerator(database.db, request, 'Grace')
})

const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const get = async (who: Actor, url: string) => {
  viewer.now = who
  return text((await app.inject({ url })).body)
}
const post = (who: Actor, url: string, form: Record<string, string>) => {
  viewer.now = who
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() })
}
const receiveOne = async () => (await receive(database.db, [arrivalAt(request)]))[0] ?? ''
const idOf = async (number: string) => (await findToModerate(database.db, number))?.id ?? ''
const idOfPerson = ({ person }: Actor) => person ?? ''
const hand = (who: Actor, number: string, form: Record<string, string>) =>
  post(who, `/comments/${number}/assignment`, { to: '', seen: '', ...form })
const queue = (who: Actor, whose = '') =>
  get(who, `/requests/${request.docket}/queue${whose && `?whose=${whose}`}`)

describe('a comment that a moderator takes', () => {
  test('is theirs for everybody to see, and the queue shows all, mine or nobody’s', async () => {
    const [first, second] = [await receiveOne(), await receiveOne()]
    expect(await queue(ada)).toContain('Nobody has this comment.')
    const taken = await hand(ada, first, { act: 'take', whose: 'nobody' })
    expect(taken.headers.location).toBe(`/comments/${first}/moderation?whose=nobody`)
    expect(await get(grace, `/comments/${first}/moderation`)).toContain('Ada has this comment, since')
    expect(await queue(ada)).toContain('All (2)Mine (1)Nobody’s (1)')
    expect(await queue(ada, 'mine')).toContain(`Moderate comment ${first}`)
    expect(await queue(grace, 'mine')).toContain('No comment waits')
    expect(await queue(grace, 'nobody')).toContain(`Moderate comment ${second}`)
  })

  test('does not keep another from deciding, and ends with the decision', async () => {
    const number = await receiveOne()
    await hand(ada, number, { act: 'take' })
    const decided = await post(grace, `/comments/${number}/moderation`, {
      act: 'post',
      seen: 'screening',
      whose: 'mine',
    })
    expect(decided.headers.location).toBe(`/requests/${request.docket}/queue?whose=mine&done=${number}`)
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('Nobody has this comment.')
  })

  test('that waits for a second look is nobody’s again', async () => {
    const number = await receiveOne()
    await hand(ada, number, { act: 'take' })
    await post(ada, `/comments/${number}/moderation`, { act: 'withhold', reason: 'spam', seen: 'screening' })
    expect(await get(grace, `/requests/${request.docket}/queue?part=second-look`)).toContain(
      'Nobody has this comment.',
    )
  })

  test('is handed on, given back, and each step stands in the record', async () => {
    const number = await receiveOne()
    await hand(ada, number, { act: 'take' })
    await hand(ada, number, { act: 'hand', to: idOfPerson(grace), seen: idOfPerson(ada) })
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('Grace has this comment')
    await hand(grace, number, { act: 'give-back', seen: idOfPerson(grace) })
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('Nobody has this comment.')
    const kinds = (await listEntriesAbout(database.db, await idOf(number))).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['assigned', 'assigned', 'assignment-ended', 'comment-received'])
  })

  test('is handed only to somebody who moderates there', async () => {
    const number = await receiveOne()
    const stranger = moderatorOf(request)
    const refused = await hand(ada, number, { act: 'hand', to: idOfPerson(stranger) })
    expect([refused.statusCode, text(refused.body).includes('does not moderate this process')]).toEqual([
      422,
      true,
    ])
    const nobody = await hand(ada, number, { act: 'hand' })
    expect(text(nobody.body)).toContain('Choose the person who shall have it')
    expect(await get(ada, `/comments/${number}/moderation`)).toContain('Nobody has this comment.')
  })

  test('by two at the same moment is one’s, and the other is told whose', async () => {
    for (let round = 0; round < 5; round += 1) {
      const number = await receiveOne()
      const about = { kind: 'comment', id: await idOf(number) }
      const by = (actor: Actor) => {
        const { person } = actor
        if (!person) throw new Error('Nobody.')
        return { about, process: request.processId, to: person, seen: undefined, by: person, at: opens }
      }
      const both = await Promise.all([assign(database.db, by(ada)), assign(database.db, by(grace))])
      expect(both.toSorted()).toEqual(['assigned', 'not-as-seen'])
    }
    const number = await receiveOne()
    await hand(ada, number, { act: 'take' })
    const late = await hand(grace, number, { act: 'take' })
    expect(late.statusCode).toBe(409)
    expect(text(late.body)).toContain('Nothing was changed: Ada has this comment now.')
  })
})

describe('the next comments', () => {
  const next = (count: string, to: Actor) =>
    post(ada, `/requests/${request.docket}/queue/assignments`, { count, to: idOfPerson(to) })

  test('are given to one moderator, the oldest that nobody has', async () => {
    const numbers = [await receiveOne(), await receiveOne(), await receiveOne()]
    await hand(ada, numbers[0] ?? '', { act: 'take' })
    expect((await next('1', grace)).statusCode).toBe(303)
    expect(await queue(grace, 'mine')).toContain(`Moderate comment ${numbers[1]}`)
    expect(await queue(grace)).toContain('All (3)Mine (1)Nobody’s (1)')
  })

  test('are not given in a wrong number, nor to nobody', async () => {
    await receiveOne()
    for (const count of ['0', '101', 'many', '1.5']) {
      const refused = await next(count, grace)
      expect(refused.statusCode, count).toBe(422)
      expect(text(refused.body)).toContain('Write a number from 1 to 100')
    }
    expect(text((await next('1', guest)).body)).toContain('Choose the person who shall have it')
    expect(text((await next('1', moderatorOf(request))).body)).toContain('does not moderate this process')
    expect(await queue(grace)).toContain('Mine (0)Nobody’s (1)')
  })
})
