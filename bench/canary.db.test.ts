import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailDecisions, mailReceipts } from '../src/notices/index.ts'
import type { GatedRoute } from '../src/participants/index.ts'
import { startSequencer } from '../src/record/index.ts'
import { type TestApp, testApp } from '../src/testing.ts'
import { addressesOf, isRead, type Places } from './secrecy/crawl.ts'
import { canaries, type Filled, fillHouse } from './secrecy/fill-house.ts'
import { readable } from './secrecy/readable.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-canary-'))
const nowhere = '018e0000-0000-7000-8000-000000000001'
const lines: string[] = []
let house: TestApp
let filled: Filled
let secrets: [name: string, words: string][]
let places: Places
const roles = new Map<string, string | undefined>()
/** By secret and role: the routes that say it. */
const seen = new Map<string, Set<string>>()

async function idsOf(
  table:
    | 'platform.mail'
    | 'docket.claim'
    | 'docket.import'
    | 'docket.signatory'
    | 'participants.person'
    | 'analysis.code'
    | 'analysis.excerpt'
    | 'analysis.campaign'
    | 'analysis.contest'
    | 'analysis.summary_sentence'
    | 'deliberation.vote_log',
) {
  const rows = await house.database.pool.query<{ id: string }>(`select id from ${table}`)
  return [...rows.rows.map(({ id }) => id), nowhere]
}

/** The log gets its places, and letters are written. */
async function work(): Promise<void> {
  const { db, log: key, clock, origin } = house.services
  const tell = (line: string) => void lines.push(line)
  const sequencer = startSequencer({ db, key, clock, folder, log: tell })
  const services = { db, clock, origin, log: key }
  for (let tries = 0; tries < 400 && (await countLetters()) < 3; tries += 1) {
    await mailReceipts(services)
    await sleep(50)
  }
  await mailDecisions(services)
  await sequencer.stop()
}

async function countLetters(): Promise<number> {
  return (await house.database.pool.query('select id from platform.mail')).rows.length
}

beforeAll(async () => {
  const stream = { write: (line: string) => void lines.push(line) }
  house = await testApp({ loadExample: async () => '/', logger: { level: 'trace', stream } })
  filled = await fillHouse(house)
  await work()
  const { request, other, numbers, moderator, own, analyst } = filled
  roles.set('guest', undefined)
  roles.set('nobody', (await house.signInAs()).cookie)
  roles.set('sender', `comment-key=${own.key}`)
  roles.set(
    'moderator elsewhere',
    (await house.signInAs({ role: 'moderator', process: other.processId })).cookie,
  )
  roles.set('moderator', moderator.cookie)
  roles.set('analyst', analyst.cookie)
  roles.set('secretariat', (await house.signInAs({ role: 'secretariat', process: request.processId })).cookie)
  roles.set('administrator', (await house.signInAs({ role: 'administrator', process: undefined })).cookie)
  const letters = await house.database.pool.query<{ body: string }>('select body from platform.mail')
  const links = Object.fromEntries(
    letters.rows.flatMap(({ body }) => {
      const [, kind, link] = /\/(claims|sent|sign-in)\/(\S+)/.exec(body) ?? []
      return kind && link ? [[`link ${kind}`, link]] : []
    }),
  )
  const session = moderator.cookie.split('=')[1] ?? ''
  const keys = { holderKey: own.key, resumeCode: own.code, session, ...links }
  secrets = [...Object.entries(canaries), ...Object.entries(keys)]
  const dockets = [request.docket, other.docket]
  const ids = await house.database.pool.query<{ slug: string }>('select slug from processes.process')
  const organisations = await house.database.pool.query<{ slug: string }>(
    'select slug from participants.organisation',
  )
  const slugs = ids.rows.map(({ slug }) => slug)
  places = {
    docket: dockets,
    about: [...dockets, ...slugs],
    number: [...numbers.values()],
    attachment: ['1'],
    slug: [...slugs, ...organisations.rows.map(({ slug }) => slug)],
    file: ['comments.jsonl', 'comments.csv', 'regulations-gov.csv', 'nothing.css'],
    level: ['0'],
    '*': ['000.p/1'],
    person: await idsOf('participants.person'),
    mail: await idsOf('platform.mail'),
    claim: await idsOf('docket.claim'),
    import: await idsOf('docket.import'),
    signatory: await idsOf('docket.signatory'),
    code: await idsOf('analysis.code'),
    excerpt: await idsOf('analysis.excerpt'),
    campaign: await idsOf('analysis.campaign'),
    contest: await idsOf('analysis.contest'),
    sentence: await idsOf('analysis.summary_sentence'),
    issue: ['1'],
    deliberation: ['1', '2'],
    statement: ['1', '2', '3'],
    vote: await idsOf('deliberation.vote_log'),
    version: ['1'],
    secret: ['unknown'],
    ...Object.fromEntries(
      ['organisation', 'representation', 'session', 'paper', 'mark', 'membership', 'passkey', 'interest'].map(
        (one) => [one, [nowhere]],
      ),
    ),
  }
}, 120_000)
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const inWords = (text: string) =>
  secrets.filter(([, words]) => text.includes(words.toLowerCase())).map(([name]) => name)

async function ask({ method, url }: GatedRoute, address: string, role: string): Promise<void> {
  const cookie = roles.get(role)
  const answer = await house.app.inject({
    method: method as 'GET',
    url: address,
    remoteAddress: `127.0.0.${1 + [...roles.keys()].indexOf(role)}`,
    headers: {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: '' }),
  })
  if (answer.statusCode >= 500) throw new Error(`${method} ${address} as ${role}: ${answer.statusCode}`)
  const text = readable(answer.rawPayload).toLowerCase() + JSON.stringify(answer.headers).toLowerCase()
  for (const name of inWords(text)) {
    const key = `${name}: ${role}`
    seen.set(key, (seen.get(key) ?? new Set()).add(url))
  }
}

/** Everything is read before anything is sent. */
async function crawl(): Promise<void> {
  // Forms that are sent empty come back alike, whatever they are about.
  const fewer = { ...places, number: places['number']?.slice(0, 2) ?? [] }
  const routes = house.app.gatedRoutes.filter(isRead).toSorted((a, b) => a.method.localeCompare(b.method))
  const asked = routes.flatMap((route) =>
    addressesOf(route, route.method === 'GET' ? places : fewer).map((address) => ({ route, address })),
  )
  for (const { route, address } of asked) for (const role of roles.keys()) await ask(route, address, role)
}

const outsiders = ['guest', 'nobody', 'moderator elsewhere']
/** Of the process in which one has a role one is told the name. */
const ownProcess = 'unpublishedProcess'
const seenBy = (role: string) =>
  [...seen.keys()].filter((key) => key.endsWith(`: ${role}`)).map((key) => key.slice(0, -role.length - 2))

/** What a letter to this address may tell: what its reader sent. */
function ownOf(recipient: string): string[] {
  const [name = ''] =
    secrets.find(([, words]) => recipient.toLowerCase().startsWith(words.toLowerCase())) ?? []
  return name === 'namedMail' ? ['named', 'confidential'] : [name.replace(/Mail$/, '')].filter(Boolean)
}

describe('every secret of a docket', () => {
  test('is seen by whom this table names, and on no other page, feed, file or error', {
    timeout: 300_000,
  }, async () => {
    await crawl()
    expect(seenBy('analyst')).toEqual([])
    for (const role of outsiders)
      expect(
        seenBy(role).filter((name) => role !== 'moderator elsewhere' || name !== ownProcess),
        role,
      ).toEqual([])
    expect(seenBy('sender').filter((name) => !name.startsWith('holder'))).toEqual([])
    const table = [...seen].map(([key, urls]) => `${key}: ${[...urls].sort().join(' ')}`)
    await expect(`${table.sort().join('\n')}\n`).toMatchFileSnapshot('./secrecy/seen.txt')
  })

  test('stands in no line of the log', () => {
    expect(lines.length).toBeGreaterThan(1000)
    expect(lines.filter((line) => inWords(line.toLowerCase()).length > 0)).toEqual([])
  })

  test('is in letters to its own address and to no other', async () => {
    const { rows } = await house.database.pool.query<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from platform.mail',
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const { recipient, subject, body } of rows) {
      const told = inWords(`${subject}\n${body}`.toLowerCase()).filter((name) => name in canaries)
      const own = ownOf(recipient)
      expect(
        told.filter((name) => !own.some((one) => name.startsWith(one))),
        recipient,
      ).toEqual([])
    }
  })

  test('is found by no search, and changes no count', async () => {
    const { docket } = filled.request
    for (const words of Object.values(canaries)) {
      const query = `words=${encodeURIComponent(words)}`
      const answer = await house.get(`/api/requests/${docket}/comments?${query}`)
      expect(answer.json(), words).toMatchObject({ matching: 0, comments: [] })
      expect((await house.get(`/search?${query}`)).body, words).not.toContain(`/requests/${docket}/comments?`)
    }
  })
})

test('an address that nobody knows how to fill stops the crawl', () => {
  expect(() => addressesOf({ url: '/things/:unheard' }, places)).toThrow(':unheard')
})
