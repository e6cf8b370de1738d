import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decisionsAbout } from '../../moderation/index.ts'
import { type Actor, guest } from '../../participants/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { listEntriesAbout } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { postingPolicy } from '../posting/access.ts'
import { postingRoutes } from '../posting/routes.tsx'
import { findToModerate } from '../posting/store.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  decideAs,
  docketServer,
  moderatorOf,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { redactionRoutes } from './routes.tsx'

const opens = new Date('2026-03-02T12:00:00Z')
const files = await openFileStore(join(mkdtempSync(join(tmpdir(), 'parley-redaction-')), 'files'))
let stored = 0
const viewer: { now: Actor } = { now: guest }
let database: TestDatabase<DocketTables>
let app: ReturnType<typeof docketServer>
let request: RequestForComment
let dockets = 0

beforeAll(async () => {
  database = await testDatabase()
  const services = { db: database.db, clock: { now: () => opens }, origin: 'http://localhost', files }
  app = docketServer(postingPolicy, viewer, (server) => {
    server.register(postingRoutes, services)
    server.register(redactionRoutes, services)
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  dockets += 1
  request = await openRequest(database.db, { docket: `RE-2026-${dockets}`, opens })
  viewer.now = moderatorOf(request)
})

const file = (name: string, bytes: Uint8Array | string, text = 'A plan.'): Arrival['attachments'][number] => {
  stored += 1
  const sha256 = stored.toString(16).padStart(64, '0')
  mkdirSync(dirname(files.pathOf(sha256)), { recursive: true })
  writeFileSync(files.pathOf(sha256), bytes)
  const extraction = { state: 'done' as const, text, extractor: { name: 'plain', version: '1' } }
  return { name, mediaType: 'text/plain', bytes: bytes.length, sha256, publication: 'with-name', extraction }
}
const receiveOne = async (said: Partial<Arrival>) =>
  (await receive(database.db, [arrivalAt(request, said)]))[0] ?? ''
const desk = (number: string) => app.inject({ url: `/comments/${number}/redaction` })
const send = (number: string, to: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/comments/${number}/redaction/${to}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const mark = (number: string, words: string, more: Record<string, string> = {}) =>
  send(number, 'marks', { words, reason: 'personal-information', ...more })
const field = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`).exec(html)
const sentAs = (html: string, name: string) => field(html, name)?.[1] ?? field(html, name)?.[2] ?? ''
const post = async (number: string, more: Record<string, string> = {}) => {
  const { body } = await desk(number)
  const seen = { seen: sentAs(body, 'seen'), marks: sentAs(body, 'marks') }
  return send(number, 'post', { ...seen, ...more })
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const stateOf = async (number: string) => (await findToModerate(database.db, number))?.state
const publicTexts = async (number: string) => {
  const rows = await database.db
    .selectFrom('docket.answer as answer')
    .innerJoin('texts.version as version', 'version.id', 'answer.published_id')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select('version.text')
    .where('comment.number', '=', number)
    .orderBy('answer.position')
    .execute()
  return rows.map(({ text }) => text)
}

describe('a comment with redactions', () => {
  test('is posted as what stays, each gap with its reason; the original is as it was', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind Frank.\n\nTen years.')] })
    await mark(number, 'rosalind frank')
    const page = textOf((await desk(number)).body)
    expect(page).toContain('Ask [redacted: personal information of others].')
    expect((await post(number)).statusCode).toBe(303)
    expect(await stateOf(number)).toBe('posted')
    expect(await publicTexts(number)).toEqual([
      'Ask [redacted: personal information of others].\n\nTen years.',
    ])
    const originals = await database.db
      .selectFrom('texts.version')
      .select('text')
      .where('kind', '=', 'original')
      .where('text', 'like', '%Rosalind Frank%')
      .execute()
    expect(originals).toHaveLength(1)
  })

  test('is told in the moderation log with count and reasons, and each later opening is written down', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Ann Bell. Or Bob, a knave.')] })
    await mark(number, 'Ann Bell')
    await mark(number, 'a knave', { reason: 'abusive' })
    await post(number)
    const { id = '' } = (await findToModerate(database.db, number)) ?? {}
    const [decision] = await decisionsAbout(database.db, 'comment', id)
    expect(decision).toMatchObject({
      act: 'redact',
      redactions: 2,
      redactedFor: ['abusive', 'personal-information'],
    })
    const opened = async () =>
      (await listEntriesAbout(database.db, id)).filter(({ kind }) => kind === 'original-opened')
    expect(await opened()).toEqual([])
    await app.inject({ url: `/comments/${number}/moderation` })
    await desk(number)
    const entries = await opened()
    expect(entries.map(({ by }) => by)).toEqual([viewer.now.person, viewer.now.person])
  })

  test('is posted anew with other marks, and withheld and posted whole again', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind about it.')] })
    await mark(number, 'Rosalind')
    await post(number)
    await mark(number, 'about')
    expect((await post(number, { anyway: 'no' })).statusCode).toBe(303)
    expect((await publicTexts(number))[0]).toMatch(/^Ask \[.*\] \[.*\] it\.$/)
    expect(await decideAs(database.db, request, number, { act: 'withhold', reason: 'other' })).toBe('decided')
    expect(await decideAs(database.db, request, number, { act: 'post' })).toBe('not-as-seen')
    const ids = [...(await desk(number)).body.matchAll(/marks\/([^/]+)\/remove/g)].map(([, id]) => id)
    for (const id of ids) await send(number, `marks/${id}/remove`, {})
    expect(await decideAs(database.db, request, number, { act: 'post' })).toBe('decided')
    expect(await publicTexts(number)).toEqual(['Ask Rosalind about it.'])
  })

  test('keeps no earlier published version with the words', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Hermione now.')] })
    await decideAs(database.db, request, number, { act: 'post' })
    await mark(number, 'Hermione')
    expect((await post(number)).statusCode).toBe(303)
    const rows = await database.db
      .selectFrom('texts.version')
      .select('kind')
      .where('text', 'like', '%Hermione%')
      .execute()
    expect(rows).toEqual([{ kind: 'original' }])
  })

  test('is not posted when marks were changed after they were seen', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind or Maurice.')] })
    await mark(number, 'Rosalind')
    const marks = sentAs((await desk(number)).body, 'marks')
    await mark(number, 'Maurice')
    expect((await send(number, 'post', { seen: 'screening', marks })).statusCode).toBe(409)
    expect(await stateOf(number)).toBe('screening')
  })
})

describe('a mark', () => {
  test('may be a whole paragraph, or words in one paragraph only', async () => {
    const answers = [answerTo(request, 1, 'Rosalind one.\n\nRosalind two.')]
    const number = await receiveOne({ answers })
    await mark(number, 'Rosalind', { in: 'answer-1', paragraph: '2' })
    expect((await desk(number)).body).toContain('<mark>Rosalind</mark> two')
    expect((await desk(number)).body).not.toContain('<mark>Rosalind</mark> one')
    await mark(number, '', { in: 'answer-1', paragraph: '1', whole: 'yes' })
    expect((await desk(number)).body).toContain('<mark>Rosalind one.</mark>')
  })

  test.each([
    ['of words that are not there', { words: 'Nowhere' }, 'These words do not stand there'],
    ['of nothing', { words: ' ' }, 'Write the words to leave out'],
    ['without a reason', { words: 'Ten', reason: '' }, 'Choose a reason'],
    ['for a reason nobody knows', { words: 'Ten', reason: 'whim' }, 'one of the reasons'],
  ])('%s is refused with a sentence, and no word is lost', async (_what, form, sentence) => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ten years.')] })
    const { statusCode, body } = await send(number, 'marks', { reason: 'abusive', ...form })
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain(sentence)
    expect(body).toContain(form.words.trim())
  })

  test('may be marked at thousands of places at once', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'eel '.repeat(8000))] })
    expect((await mark(number, 'eel')).statusCode).toBe(303)
    expect((await mark(number, 'eel')).statusCode).toBe(303)
    const { count } = await database.db
      .selectFrom('moderation.redaction as redaction')
      .innerJoin('docket.comment as comment', 'comment.id', 'redaction.about_id')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('comment.number', '=', number)
      .executeTakeFirstOrThrow()
    expect(count).toBe(8000)
  })

  test('is nobody’s business but a moderator’s', async () => {
    const number = await receiveOne({})
    viewer.now = guest
    expect((await desk(number)).statusCode).toBeGreaterThanOrEqual(400)
    expect((await mark(number, 'Ten')).statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('posting stops', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
  const one = (said: Partial<Arrival>) =>
    receiveOne({
      answers: [answerTo(request, 1, 'Ask Rosalind.')],
      particulars: { name: 'Ada Example' },
      ...said,
    })

  test.each<[string, () => Partial<Arrival>, string]>([
    [
      'in another answer',
      () => ({ answers: [answerTo(request, 1, 'Ask Rosalind.'), answerTo(request, 2, 'Yes, ROSA-\nLIND.')] }),
      'in answer 2, paragraph 1',
    ],
    [
      'in the text of an attachment',
      () => ({ attachments: [file('a.txt', 'A plan.', 'One.\n\nOf Rosalind.')] }),
      'in attachment 1, paragraph 2',
    ],
    [
      'in the name of a file',
      () => ({ attachments: [file('For Rosalind.txt', 'A')] }),
      'in the name of the file',
    ],
    [
      'in the bytes of a file',
      () => ({ attachments: [file('a.txt', 'by rósalind')] }),
      'in the file of attachment 1',
    ],
    [
      'in the properties of a document',
      () => ({
        attachments: [file('a.docx', zip({ 'docProps/core.xml': '<dc:creator>Rosalind</dc:creator>' }))],
      }),
      'in the file of attachment 1',
    ],
    [
      'between the runs of a document',
      () => ({
        attachments: [
          file('a.docx', zip({ 'word/comments.xml': '<w:p><w:t>Rosa</w:t><w:t>lind</w:t></w:p>' })),
        ],
      }),
      'in the file of attachment 1',
    ],
  ])('where the words stand %s, and says where', async (_where, said, sentence) => {
    const number = await one(said())
    await mark(number, 'Rosalind', { in: 'answer-1', paragraph: '1' })
    const { statusCode, body } = await post(number)
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain(sentence)
    expect((await post(number, { anyway: sentAs(body, 'anyway') })).statusCode).toBe(422)
    expect(await stateOf(number)).toBe('screening')
  })

  test('until the file is held back; then it is not offered', async () => {
    const number = await one({ attachments: [file('a.txt', 'by Rosalind')] })
    await mark(number, 'Rosalind')
    expect((await post(number)).statusCode).toBe(422)
    await send(number, 'files', { number: '1', reason: 'personal-information' })
    expect((await post(number)).statusCode).toBe(303)
    const rows = await database.db.selectFrom('docket.attachment').select('held_back').execute()
    expect(rows.at(-1)).toEqual({ held_back: true })
  })

  test.each<[string, () => Partial<Arrival>, string]>([
    ['inside a longer word', () => ({ answers: [answerTo(request, 1, 'Ask Ann.\n\nAnnually.')] }), 'Ann'],
    [
      'and say nothing by themselves',
      () => ({ answers: [answerTo(request, 1, 'So it is.\n\nSo it was.')] }),
      'So',
    ],
    [
      'in the sender’s own name',
      () => ({ answers: [answerTo(request, 1, 'Ask Example.')], particulars: { name: 'Ada Example' } }),
      'Example',
    ],
  ])('where they stand %s, until the moderator lets them stand', async (_where, said, words) => {
    const number = await receiveOne(said())
    await mark(number, words, { in: 'answer-1', paragraph: '1' })
    const { statusCode, body } = await post(number)
    expect(statusCode).toBe(422)
    expect((await post(number, { anyway: sentAs(body, 'anyway') })).statusCode).toBe(303)
  })
})
