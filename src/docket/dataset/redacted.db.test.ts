import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moderationPolicy, moderationRoutes } from '../../moderation/index.ts'
import { type Actor, guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { after as later } from '../../platform/time.ts'
import { exportLog, signingKey, startSequencer } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { docketSource } from '../export/docket-source.ts'
import type { ImportTables } from '../import/tables.ts'
import { postingPolicy } from '../posting/access.ts'
import { postingRoutes } from '../posting/routes.tsx'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  docketServer,
  moderatorOf,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { readingPolicy } from '../reading/access.ts'
import { readingApi } from '../reading/api.ts'
import { readingRoutes } from '../reading/routes.tsx'
import { opens } from '../reading/testing.ts'
import { redactionRoutes } from '../redaction/routes.tsx'
import { makeDatasets } from './make-datasets.ts'
import { datasetRoutes } from './routes.tsx'
import type { DatasetsTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-redacted-'))
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const { db, close } = await testDatabase<DocketTables & DatasetsTables & ImportTables>()
const sequencer = startSequencer({ db, key, clock: { now: () => new Date() }, folder, log: () => undefined })
const viewer: { now: Actor } = { now: guest }
const services = {
  ...{ db, log: key, origin: 'http://localhost', parts: [] },
  clock: { now: () => later(opens, 86_400_000) },
  files: await openFileStore(join(folder, 'files')),
  nameRefs: async () => new Map(),
}
const app = docketServer([...readingPolicy, ...postingPolicy, ...moderationPolicy], viewer, (server) => {
  server.register(postingRoutes, services)
  server.register(redactionRoutes, services)
  server.register(readingRoutes, services)
  server.register(readingApi, services)
  server.register(datasetRoutes, services)
  server.register(moderationRoutes, services)
})
afterAll(async () => {
  await app.close()
  await sequencer.stop()
  await close()
  rmSync(folder, { recursive: true })
})

const secret = 'Kanarienvogel'
const leaks = (body: string) => body.toLowerCase().includes(secret.toLowerCase())
let request: RequestForComment
let number = ''

async function attachment(
  name: string,
  bytes: string,
  text: string,
): Promise<Arrival['attachments'][number]> {
  const kept = await services.files.put(Readable.from([Buffer.from(bytes)]), 10_000)
  if (!('sha256' in kept)) throw new Error('The file was not kept.')
  const extraction = { state: 'done' as const, text, extractor: { name: 'plain', version: '1' } }
  const { sha256, size } = kept
  return { name, mediaType: 'text/plain', bytes: size, sha256, publication: 'with-name', extraction }
}

const send = async (to: string, form: Record<string, string>) => {
  const answer = await app.inject({
    method: 'POST',
    url: `/comments/${number}/redaction/${to}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
  if (answer.statusCode !== 303) throw new Error(`${to} answers ${answer.statusCode}: ${answer.body}`)
}

beforeAll(async () => {
  request = await openRequest(db, { docket: 'EX-2026-0001', opens })
  const said = {
    answers: [
      answerTo(request, 1, `Ten years.\n\nAsk Herr ${secret} in Berlin.\n\nAnd keep the parts.`),
      answerTo(request, 2, 'The maker should say so.'),
    ],
    attachments: [
      await attachment('plan.txt', `A plan of ${secret}.`, `A plan.\n\nIt is by ${secret}.`),
      await attachment('other.txt', 'Another plan.', 'Another plan.'),
    ],
  }
  number = (await receive(db, [arrivalAt(request, said)]))[0] ?? ''
  viewer.now = moderatorOf(request)
  await send('marks', { words: secret, reason: 'personal-information' })
  await send('marks', { words: 'Herr Kanarienvogel in Berlin', reason: 'abusive' })
  const { body } = await app.inject({ url: `/comments/${number}/redaction` })
  const marks = /name="marks" value="([^"]*)"/.exec(body)?.[1] ?? ''
  const stopped = await app.inject({
    method: 'POST',
    url: `/comments/${number}/redaction/post`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ seen: 'screening', marks }).toString(),
  })
  if (stopped.statusCode !== 303) throw new Error(stopped.body.replace(/<[^>]*>/g, ''))
  viewer.now = guest
  await makeDatasets(services, (line) => {
    throw new Error(line)
  })
})

test('a visitor finds what stays, and the redacted words in no page, list, feed, file, dataset or log', async () => {
  const list = `/requests/${request.docket}`
  const urls = [
    `/comments/${number}`,
    `/api/comments/${number}`,
    `/comments/${number}/attachments/1`,
    `/comments/${number}/attachments/1/file`,
    `/comments/${number}/attachments/2`,
    `/comments/${number}/attachments/2/file`,
    `${list}/comments`,
    `${list}/comments?words=plan`,
    `/api${list}/comments`,
    `${list}/dataset/comments.jsonl`,
    `${list}/dataset/comments.csv`,
    `${list}/dataset/regulations-gov.csv`,
    `/processes/${request.docket.toLowerCase()}/moderation-log`,
    `/processes/${request.docket.toLowerCase()}/moderation-log.csv`,
    `/comments/${number}/redaction`,
    `/comments/${number}/moderation`,
    `/comments/${number}/moderation/attachments/1`,
  ]
  const found = await Promise.all(urls.map(async (url) => ({ url, body: (await app.inject({ url })).body })))
  expect(found.filter(({ body }) => leaks(body)).map(({ url }) => url)).toEqual([])
  const [page, , text, file, , other] = found.map(({ body }) => body)
  expect(page).toContain('Ask [redacted: abusive; personal information of others].')
  expect(page).toContain('And keep the parts.')
  expect(text).toContain('It is by [redacted: personal information of others].')
  expect(file).not.toContain('A plan')
  expect(other).toBe('Another plan.')
})

test('no search finds the comment by them', async () => {
  const { body } = await app.inject({ url: `/api/requests/${request.docket}/comments?words=${secret}` })
  expect(JSON.parse(body)).toMatchObject({ comments: [] })
  const { rows } = await sql<{ found: string }>`select words::text as found from docket.search_text`.execute(
    db,
  )
  expect(rows.filter(({ found }) => leaks(found))).toEqual([])
})

test('the archive of the docket holds them nowhere', async () => {
  const { rawPayload } = await app.inject({ url: `/requests/${request.docket}/dataset/dataset.zip` })
  const entries = Object.entries(unzipSync(rawPayload))
  expect(entries.length).toBeGreaterThan(3)
  expect(entries.filter(([, bytes]) => leaks(strFromU8(bytes))).map(([name]) => name)).toEqual([])
})

async function audit(change: (text: string) => string = (text) => text) {
  const lines: string[] = []
  await exportLog(db, key, docketSource, (line) => void lines.push(line))
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, `${change(lines.join('\n'))}\n`)
  const { status, stdout } = spawnSync(process.execPath, [checker, 'audit', path, '--key', key.verifier], {
    encoding: 'utf8',
  })
  return { status, said: stdout, text: lines.join('\n') }
}

test('an outsider checks the paragraphs that were left alone, and what the log was told of the others', async () => {
  const { status, said, text } = await audit()
  expect(said).toContain('What stays of 1 comment(s) posted with redactions is what the log was told')
  expect(status).toBe(0)
  expect(leaks(text)).toBe(false)
  expect(text).toContain('Ten years.')
  expect(text).toContain('3: abusive, personal-information')
})

test('an outsider finds a redaction that was made larger in silence, or hidden', async () => {
  const force = (change: ReturnType<typeof sql>) =>
    db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one)
      await change.execute(one)
      await sql`set session_replication_role = origin`.execute(one)
    })
  const [from, to] = ['Ask [redacted', '[redacted']
  const swap = (a: string, b: string) =>
    sql`update texts.version set text = replace(text, ${a}, ${b}) where kind = 'published'`
  await force(swap(from, to))
  const { status, said } = await audit()
  await force(swap(to, from))
  expect([status, said]).toEqual([1, expect.stringContaining('(comment-posted) is not what was received')])
  const silent = (text: string) =>
    text.replace(/^.*kind comment-posted.*$/m, (line) =>
      JSON.stringify({ ...JSON.parse(line), openings: [] }),
    )
  expect((await audit(silent)).said).toContain('posted with redactions that cannot be read')
})
