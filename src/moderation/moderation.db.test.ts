import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, installGate } from '../participants/index.ts'
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts'
import { ChromeProvider, refKey } from '../platform/html/index.ts'
import { buildServer } from '../platform/http/index.ts'
import { newId } from '../platform/id.ts'
import { after } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import type { RecordTables } from '../record/index.ts'
import {
  type Decision,
  decisionsAbout,
  type ModerationTables,
  moderationPolicy,
  moderationRoutes,
  recordDecision,
  standingDecisions,
} from './index.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const process = newId<'process'>(1)
const chrome = { locale: 'en', installation: 'Forum', path: '/', assets: { stylesheet: '', islands: {} } }

let database: TestDatabase<ModerationTables & ProcessesTables & RecordTables>
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await db
    .insertInto('processes.process')
    .values({
      id: process,
      slug: 'updates',
      name: 'Updates for devices',
      scope: '',
      outcome_character: 'best-practice',
      binding: 'voluntary',
      convenor: null,
      docket_prefix: 'EX',
      zone: 'Europe/Berlin',
      created_at: noon,
      published_at: noon,
    })
    .execute()
  app = buildServer({
    origin: 'http://localhost',
    cookieSecret: Buffer.alloc(32),
    logger: false,
    trustProxy: false,
    renderPage: async (_request, page) => renderToString(h(ChromeProvider, { value: chrome }, page)),
    errorPage: (kind) => h('p', null, kind),
  })
  installGate(app, { policy: moderationPolicy, viewerOf: async () => guest })
  app.register(moderationRoutes, {
    db,
    clock: { now: () => noon },
    origin: 'http://localhost',
    nameRefs: async (refs) =>
      new Map(
        refs.map((ref) => [refKey(ref), { text: `No ${ref.id.slice(-3)}`, href: `/comments/${ref.id}` }]),
      ),
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const about = (id: string) => ({ kind: 'comment', id })
const record = (decision: Partial<Omit<Decision, 'id'>>) =>
  database.db.transaction().execute((tx) =>
    recordDecision(tx, {
      process,
      about: about(newId(2)),
      act: 'post',
      reason: undefined,
      explanation: '',
      by: undefined,
      at: noon,
      leaf: newId(7),
      ...decision,
    }),
  )
const get = (url: string) => app.inject({ url })

test('an empty log says what will be here and how it comes', async () => {
  expect((await get('/processes/updates/moderation-log')).body).toContain('Nothing has been decided yet')
})

test('nothing is withheld without a reason, by the command or behind its back', async () => {
  await expect(record({ act: 'withhold' })).rejects.toThrow('without a reason')
  const behind = database.db.insertInto('moderation.decision').values({
    id: newId(3),
    process_id: process,
    about_kind: 'comment',
    about_id: newId(3),
    act: 'withhold',
    reason_code: null,
    explanation: '',
    by: null,
    at: noon,
    leaf_id: newId(8),
  })
  await expect(behind.execute()).rejects.toThrow('check')
})

test('a reason that nobody seeded is not taken', async () => {
  await expect(record({ act: 'withhold', reason: 'because' })).rejects.toThrow('foreign key')
})

test('the newest decision about a comment stands, and the earlier ones are kept', async () => {
  const [first, second] = [newId(4), newId(5)]
  await record({ about: about(first), act: 'post' })
  await record({ about: about(first), act: 'withhold', reason: 'spam', at: after(noon, 1000) })
  await record({ about: about(second), act: 'post' })
  const standing = await standingDecisions(database.db, 'comment', [first, second])
  expect([first, second].map((id) => standing.get(id)?.act)).toEqual(['withhold', 'post'])
  expect((await decisionsAbout(database.db, 'comment', first)).map(({ act }) => act)).toEqual([
    'post',
    'withhold',
  ])
})

test('anyone reads every decision with its reason, page by page, and counts them', async () => {
  const other = newId<'process'>(9)
  await record({ process: other, explanation: 'elsewhere' })
  for (let minute = 0; minute < 60; minute += 1) {
    await record({
      act: 'withhold',
      reason: 'off-topic',
      explanation: `<b>${minute}`,
      at: after(noon, minute),
    })
  }
  const page = (await get('/processes/updates/moderation-log')).body
  expect(page).toContain('Off topic')
  expect(page).toContain('>60</td>')
  expect(page).toContain('&lt;b>59')
  expect(page).not.toContain('elsewhere')
  const [, before] = page.match(/moderation-log\?before=([^"]+)"/) ?? []
  const second = (await get(`/processes/updates/moderation-log?before=${before}`)).body
  const shown = [page, second].flatMap((html) =>
    [...html.matchAll(/&lt;b>(\d+)/g)].map(([, at]) => Number(at)),
  )
  expect(shown).toEqual([...Array(60).keys()].reverse())
})

test('the CSV holds every decision, and no cell is a formula', async () => {
  await record({ explanation: '=HYPERLINK("http://evil.example")', at: after(noon, 5000) })
  const { headers, body } = await get('/processes/updates/moderation-log.csv')
  const { count } = await database.db
    .selectFrom('moderation.decision')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('process_id', '=', process)
    .executeTakeFirstOrThrow()
  expect(body.trim().split('\n')).toHaveLength(count + 1)
  expect(body).toContain("'=HYPERLINK")
  expect(headers['content-disposition']).toBe('attachment; filename="updates-moderation-log.csv"')
})

test('a process that is not published has no public log', async () => {
  await database.db.updateTable('processes.process').set({ published_at: null }).execute()
  expect((await get('/processes/updates/moderation-log')).statusCode).toBe(404)
})
