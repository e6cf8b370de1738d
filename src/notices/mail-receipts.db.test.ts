import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrival, decideComment, findToModerate, takeComments } from '../docket/index.ts'
import { guest, type ParticipantsTables } from '../participants/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import { newId } from '../platform/id.ts'
import { signingKey } from '../record/index.ts'
import { mailDecisions, mailReceipts, type NoticesTables } from './index.ts'

const { db, close } = await testDatabase<NoticesTables & ParticipantsTables>()
afterAll(close)

const noon = new Date('2026-03-10T12:00:00Z')
let now = noon
const services = {
  db,
  clock: { now: () => now },
  origin: 'http://localhost',
  log: signingKey('localhost/log', generateKeyPairSync('ed25519').privateKey),
}
const process = newId<'process'>(1)
const request = { id: newId<'request'>(1), processId: process, docket: 'MAIL-2026-0001' }

beforeAll(async () => {
  const at = noon
  const outcome = { outcome_character: 'best-practice', binding: 'voluntary' } as const
  await db
    .insertInto('processes.process')
    .values({
      ...outcome,
      ...{ id: process, slug: 'mail', name: 'Mail', scope: '', convenor: null, docket_prefix: 'MAIL' },
      ...{ zone: 'UTC', created_at: at, published_at: at },
    })
    .execute()
  await db
    .insertInto('requests.request')
    .values({
      ...{ id: request.id, process_id: process, docket: request.docket, title: 'Mail?', notice: '' },
      ...{ language: 'en', opens_at: at, created_at: at, published_at: at, leaf_id: newId<'leaf'>(1) },
    })
    .execute()
})

const arrival = (email: string, changes: Partial<Arrival> = {}): Arrival => ({
  request,
  channel: 'web-form',
  receivedAt: noon,
  language: 'en',
  group: 'not-stated',
  particulars: { email },
  answers: [{ text: 'Words that were sent.', publication: 'without-name' }],
  attachments: [],
  idempotencyKey: randomUUID(),
  state: 'screening',
  ...changes,
})

const take = (...arrivals: Arrival[]) => db.transaction().execute((tx) => takeComments(tx, arrivals))
const lettersTo = (email: string) =>
  db.selectFrom('platform.mail').selectAll().where('recipient', '=', email).execute()

async function mailAll() {
  while ((await mailReceipts(services)) > 0);
}

test('a letter waits for its receipt to be complete, and then goes out once', async () => {
  await take(arrival('ada@example.org'))
  await mailAll()
  expect(await lettersTo('ada@example.org')).toEqual([])
  now = new Date(noon.getTime() + 60_000)
  await mailAll()
  await mailAll()
  const letters = await lettersTo('ada@example.org')
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(letters[0]?.attachments)).toContain('Words that were sent.')
})

test('two readers at once send one letter', async () => {
  await take(arrival('grace@example.org'))
  await Promise.all([mailAll(), mailAll(), mailAll()])
  await mailAll()
  expect(await lettersTo('grace@example.org')).toHaveLength(1)
})

test('a letter about confidential words does not hold them', async () => {
  await take(
    arrival('quiet@example.org', { answers: [{ text: 'Hush canary.', publication: 'confidential' }] }),
  )
  await mailAll()
  const letters = await lettersTo('quiet@example.org')
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(letters)).not.toContain('Hush canary')
})

test('who is named in an imported file is not written to', async () => {
  await take(arrival('file@example.org', { channel: 'bulk-import' }))
  await mailAll()
  expect(await lettersTo('file@example.org')).toEqual([])
})

describe('the sender of a comment', () => {
  const decide = async (email: string, act: 'post' | 'withhold', changes: Partial<Arrival> = {}) => {
    const [taken] = await take(arrival(email, changes))
    const comment = taken && (await findToModerate(db, taken.number))
    if (!comment) throw new Error('The comment is not there.')
    const reason = act === 'withhold' ? 'off-topic' : undefined
    const explanation = act === 'withhold' ? 'About bicycles.' : ''
    const verdict = { act, seen: 'screening', reason, explanation } as const
    await decideComment(db, guest, { comment, questions: new Map(), verdict, at: now })
    while ((await mailDecisions(services)) > 0);
    return lettersTo(email)
  }

  test('is told why it is withheld, and how to object, once', async () => {
    const letters = await decide('withheld@example.org', 'withhold')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('Reason: Off topic.')
    expect(letters[0]?.body).toContain('About bicycles.')
    expect(letters[0]?.body).toContain('answer this mail')
    expect(letters[0]?.body).not.toContain('Words that were sent')
  })
  test('is not written to when it is posted whole, or came in a file', async () => {
    expect(await decide('posted@example.org', 'post')).toEqual([])
    expect(await decide('filed@example.org', 'withhold', { channel: 'bulk-import' })).toEqual([])
  })
})
