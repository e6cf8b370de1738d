import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { after as later } from '../../platform/time.ts'
import { signingKey, startSequencer } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { withdrawComment } from '../comments/end-comment.ts'
import { importFile } from '../import/import-file.ts'
import type { ImportTables } from '../import/tables.ts'
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
import type { WholeCommentBody } from '../reading/schemas.ts'
import { file, opens } from '../reading/testing.ts'
import { makeDatasets } from './make-datasets.ts'
import { datasetRoutes } from './routes.tsx'
import type { DatasetsTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-dataset-'))
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const { db, close } = await testDatabase<DocketTables & DatasetsTables & ImportTables>()
const sequencer = startSequencer({ db, key, clock: { now: () => new Date() }, folder, log: () => undefined })
let time = later(opens, 86_400_000)
const services = {
  ...{ db, log: key, origin: 'http://localhost' },
  clock: { now: () => time },
  files: await openFileStore(join(folder, 'files')),
}
const app = docketServer(readingPolicy, { now: guest }, (server) => {
  server.register(datasetRoutes, services)
})
const told: string[] = []
const tell = (line: string) => void told.push(line)
let request: RequestForComment
let numbers: string[] = []

afterAll(async () => {
  await app.close()
  await sequencer.stop()
  await close()
  rmSync(folder, { recursive: true })
})

/** An archive is made of the docket, and one of its whole process. */
const both = ['EX-2026-0001', 'ex-2026-0001']
const secret = 'CANARY'
const formula = '=HYPERLINK("http://example.org")'

beforeAll(async () => {
  request = await openRequest(db, { docket: 'EX-2026-0001', opens })
  numbers = await receive(
    db,
    [
      {
        particulars: { name: 'Ada "the first", Example', organisation: formula, capacity: 'member' as const },
        answers: [
          answerTo(request, 1, `${formula}\n\nA second paragraph; with "quotes".`),
          answerTo(request, undefined, "'tis said freely."),
        ],
        attachments: [file('plan.pdf', 'The plan.')],
        country: 'FR',
        language: 'fr',
      },
      {
        particulars: { name: secret, organisation: secret },
        answers: [answerTo(request, 2, 'Nameless words.', 'without-name')],
        attachments: [file(`${secret}.pdf`, secret, 'confidential')],
      },
      { answers: [answerTo(request, 1, secret, 'confidential')], group: 'government', language: 'de' },
      { answers: [answerTo(request, 1, `${secret} off topic`)] },
      { answers: [answerTo(request, 1, `${secret} being screened`)] },
    ].map((said) => arrivalAt(request, said)),
  )
  for (const number of numbers.slice(0, 3)) await decideAs(db, request, number, { act: 'post' })
  await decideAs(db, request, numbers[3] ?? '', { act: 'withhold', reason: 'off-topic' })
})

const get = (name: string, docket = request.docket) =>
  app.inject({ url: `/requests/${docket}/dataset${name && `/${name}`}`, headers: { accept: 'text/html' } })
const linesOf = (body: string) =>
  body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as WholeCommentBody)

test('a stranger gets every comment the public may know of, and nothing that it may not', async () => {
  const bodies = linesOf((await get('comments.jsonl')).body)
  expect(bodies.map(({ number, state }) => [number, state])).toEqual([
    [numbers[0], 'posted'],
    [numbers[1], 'posted'],
    [numbers[2], 'posted'],
    [numbers[3], 'withheld'],
  ])
  expect(bodies.map(({ answers }) => answers.length)).toEqual([2, 1, 0, 0])
  for (const name of ['comments.jsonl', 'comments.csv', 'regulations-gov.csv'])
    expect((await get(name)).body).not.toContain(secret)
})

test('a table opens in any spreadsheet, and none of its cells is a formula', async () => {
  const { body, headers } = await get('comments.csv?bom=yes')
  expect(headers['content-disposition']).toBe('attachment; filename="EX-2026-0001-comments.csv"')
  expect(body.startsWith('\ufeffnumber,address,')).toBe(true)
  const rows = parse<Record<string, string>>(body, { columns: true, bom: true })
  expect(rows).toHaveLength(4)
  expect(rows[0]).toMatchObject({
    name: 'Ada "the first", Example',
    organisation: `'${formula}`,
    'answer to question 1': `'${formula}\n\nA second paragraph; with "quotes".`,
    comment: "'tis said freely.",
  })
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
})

test('programs made for regulations.gov find their 60 columns', async () => {
  const rows = parse<Record<string, string>>((await get('regulations-gov.csv')).body, { columns: true })
  expect(Object.keys(rows[0] ?? {})).toHaveLength(60)
  expect(rows[1]).toMatchObject({
    'Document ID': numbers[1],
    'Document Type': 'Public Submission',
    Comment: '[2] Nameless words.',
    'Last Name': '',
  })
})

test('what a list is narrowed to, its file is too', async () => {
  expect(linesOf((await get('comments.jsonl?language=fr')).body).map(({ number }) => number)).toEqual([
    numbers[0],
  ])
  expect((await get('comments.jsonl?time=never')).statusCode).toBe(400)
  expect((await get('no-such-file.csv')).statusCode).toBe(404)
  expect((await get('comments.csv', 'EX-2026-9999')).statusCode).toBe(404)
})

const unpacked = async (name = 'dataset.zip') => {
  const { rawPayload, statusCode } = await get(name)
  expect(statusCode).toBe(200)
  const found = Object.entries(unzipSync(rawPayload))
  return new Map(found.map(([path, bytes]) => [path, strFromU8(bytes)]))
}

function auditOf(archive: ReadonlyMap<string, string>) {
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, archive.get('log.ndjson') ?? '')
  const { stdout: said, status } = spawnSync(
    process.execPath,
    [checker, 'audit', path, '--key', key.verifier, '--open'],
    { encoding: 'utf8' },
  )
  return { status, said }
}

describe('the archive', () => {
  const rowsIn = (csv = ''): string[][] => parse(csv)
  test('holds tables, texts, what each column means, terms, and no secret', async () => {
    const all = await unpacked()
    expect([...all.keys()]).toEqual([
      'README.md',
      'LICENCE.txt',
      'dictionary.csv',
      'comments.jsonl',
      'comments.csv',
      'regulations-gov.csv',
      `attachments/${numbers[0]}-1.txt`,
      'log.ndjson',
    ])
    expect(all.get(`attachments/${numbers[0]}-1.txt`)).toBe('The plan.')
    expect(all.get('README.md')).toContain('- posted: 3\n- being screened when the files were made: 1\n')
    const [columns = []] = rowsIn(all.get('comments.csv'))
    const [, ...meanings] = rowsIn(all.get('dictionary.csv'))
    expect(meanings.map(([name]) => name)).toEqual(columns)
    for (const [path, text] of all) expect([path, text.includes(secret)]).toEqual([path, false])
  })

  test('holds the log by which an outsider audits it', async () => {
    expect(auditOf(await unpacked())).toEqual({
      status: 0,
      said: expect.stringContaining('Everything checked holds.'),
    })
  })

  test('is made at night, and again only after something happened', async () => {
    expect((await get('nightly.zip')).statusCode).toBe(404)
    expect(await makeDatasets(services, tell)).toEqual(both)
    expect([...(await unpacked('nightly.zip')).keys()]).toContain('comments.csv')
    expect((await get('')).body).toContain('every reader gets the same bytes')
    expect(await makeDatasets(services, tell)).toEqual([])
    time = later(time, 2 * 86_400_000)
    expect(await makeDatasets(services, tell)).toEqual([])
    await decideAs(db, request, numbers[4] ?? '', { act: 'withhold', reason: 'spam' }, time)
    expect((await get('nightly.zip')).statusCode).toBe(404)
    expect(await makeDatasets(services, tell)).toEqual(both)
    expect((await get('nightly.zip')).statusCode).toBe(200)
  })

  test('is not given out once a sender took back what it holds, and is made anew without it', async () => {
    const [number = ''] = await receive(db, [
      arrivalAt(request, { answers: [answerTo(request, 1, 'My regret.')] }),
    ])
    await decideAs(db, request, number, { act: 'post' })
    time = later(time, 86_400_000)
    await makeDatasets(services, tell)
    expect((await unpacked('nightly.zip')).get('comments.csv')).toContain('My regret.')
    const own = await db
      .selectFrom('docket.comment')
      .select(['id', 'number', 'process_id as process', 'leaf_id as leaf'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await withdrawComment(db, { ...own, withdrawnAt: undefined }, time)
    expect((await get('nightly.zip')).statusCode).toBe(404)
    expect(await makeDatasets(services, tell)).toEqual(both)
    expect((await unpacked('nightly.zip')).get('comments.csv')).not.toContain('My regret.')
  })

  test('is given out while comments only come and are posted', async () => {
    const [number = ''] = await receive(db, [arrivalAt(request)])
    await decideAs(db, request, number, { act: 'post' })
    expect((await get('nightly.zip')).statusCode).toBe(200)
    expect(told).toEqual([])
  })

  test('that cannot be kept is told, and leaves no transaction open', async () => {
    time = later(time, 86_400_000)
    const full = { ...services.files, putOwn: () => Promise.reject(new Error('The disk is full.')) }
    await makeDatasets({ ...services, files: full }, tell)
    expect(told).toEqual(both.map((name) => `No archive of ${name} could be made: The disk is full.`))
    await expect
      .poll(async () => {
        const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
          where state = 'idle in transaction' and datname = current_database()`.execute(db)
        return rows[0]?.count
      })
      .toBe(0)
  })
})

test('an archive under way is given up when the house is closed', async () => {
  time = later(time, 86_400_000)
  await receive(db, [arrivalAt(request)])
  async function closeMeanwhile(): Promise<string[]> {
    const said: string[] = []
    const closing = new AbortController()
    async function putOwn(bytes: AsyncIterable<Uint8Array>): Promise<never> {
      for await (const _ of bytes) closing.abort()
      throw new Error('It came to its end.')
    }
    const slow = { ...services, files: { ...services.files, putOwn } }
    await makeDatasets(slow, (line) => void said.push(line), closing.signal)
    return said
  }
  await expect
    .poll(closeMeanwhile)
    .toEqual(['No archive of EX-2026-0001 could be made: The house is being closed.'])
})

describe('an export that is imported again', () => {
  const gist = ({ answers, sender, group, language, country, sentAt }: WholeCommentBody) => ({
    ...{ answers, group, language, country, sentAt, sender },
  })

  test.each([
    ['comments.jsonl', 'EX-2026-0002'],
    ['comments.csv', 'EX-2026-0003'],
  ])('%s gives the same comments back', async (name, there) => {
    const back = join(folder, name)
    const target = await openRequest(db, { docket: there, opens })
    writeFileSync(back, (await get(name)).rawPayload)
    const told = { file: back, request: target, told: new Map() }
    const all = linesOf((await get('comments.jsonl')).body)
    const said = all.filter(({ answers }) => answers.length > 0)
    const notices = all.filter(({ state }) => state !== 'posted').length
    const report = await importFile(services, told)
    expect(report).toMatchObject({ imported: said.length, notices, failed: 1 })
    const again = linesOf((await get('comments.jsonl', there)).body)
    expect(again.map(gist)).toEqual(said.map(gist))
    expect(again.map(({ original }) => original?.id)).toEqual(said.map(({ number }) => number))
    expect(await importFile(services, told)).toMatchObject({ imported: 0, skipped: said.length + notices })
    const { status, said: found } = auditOf(await unpacked())
    expect([status, found]).toEqual([0, expect.stringContaining('parts of 2 posted comments are not posted')])
  })
})
