import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { after as later } from '../../platform/time.ts'
import { signingKey, startSequencer } from '../../record/index.ts'
import { findRequest, type RequestForComment } from '../../requests/index.ts'
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
import { file, opens } from '../reading/testing.ts'
import { makeDatasets } from './make-datasets.ts'
import { datasetRoutes } from './routes.tsx'
import type { DatasetsTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-process-dataset-'))
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const { db, close } = await testDatabase<DocketTables & DatasetsTables>()
const sequencer = startSequencer({ db, key, clock: { now: () => new Date() }, folder, log: () => undefined })
const services = {
  ...{ db, log: key, origin: 'http://localhost' },
  clock: { now: () => later(opens, 86_400_000) },
  files: await openFileStore(join(folder, 'files')),
}
const app = docketServer(readingPolicy, { now: guest }, (server) => {
  server.register(datasetRoutes, services)
})
afterAll(async () => {
  await app.close()
  await sequencer.stop()
  await close()
  rmSync(folder, { recursive: true })
})

const secret = 'CANARY'
const dockets = ['EX-2026-0001', 'EX-2026-0002']
const process = 'ex-2026-0001'

/** Two requests of one process, the second of which was made beside it and moved there; and one that is a draft. */
beforeAll(async () => {
  const requests: RequestForComment[] = []
  for (const docket of [...dockets, 'EX-2026-0003']) requests.push(await openRequest(db, { docket, opens }))
  const [first, second, draft] = requests as [RequestForComment, RequestForComment, RequestForComment]
  const moved = { process_id: first.processId }
  await db.updateTable('requests.request').set(moved).where('id', 'in', [second.id, draft.id]).execute()
  const unpublished = { published_at: null, leaf_id: null }
  await db.updateTable('requests.request').set(unpublished).where('id', '=', draft.id).execute()
  for (const request of [first, { ...second, processId: first.processId }]) {
    const [open = '', hidden = ''] = await receive(
      db,
      [
        {
          answers: [answerTo(request, 1, `To ${request.docket}.`)],
          attachments: [file('plan.pdf', `The plan for ${request.docket}.`)],
        },
        { answers: [answerTo(request, 1, secret, 'confidential')] },
      ].map((said) => arrivalAt(request, said)),
    )
    for (const number of [open, hidden]) await decideAs(db, request, number, { act: 'post' })
  }
})

const get = (name: string) =>
  app.inject({ url: `/processes/${process}/dataset${name}`, headers: { accept: 'text/html' } })

async function unpacked(name: string): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync((await get(name)).rawPayload)
  return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

describe('The dataset of a process', () => {
  test('is offered on a page that leads to each docket too', async () => {
    const { body, statusCode } = await get('')
    expect(statusCode).toBe(200)
    for (const docket of dockets) expect(body).toContain(`href="/requests/${docket}/dataset"`)
    expect(body).not.toContain('EX-2026-0003')
    expect((await app.inject('/processes/nowhere/dataset')).statusCode).toBe(404)
  })

  test('holds in one table the comments on every request, each with its docket', async () => {
    const rows = parse<Record<string, string>>((await get('/comments.csv')).body, { columns: true })
    expect(rows.map((row) => [row['docket'], row['answer to question 1']])).toEqual([
      ['EX-2026-0001', 'To EX-2026-0001.'],
      ['EX-2026-0001', ''],
      ['EX-2026-0002', 'To EX-2026-0002.'],
      ['EX-2026-0002', ''],
    ])
    const lines = (await get('/comments.jsonl')).body.trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { docket: string }).docket)).toEqual(
      rows.map((row) => row['docket']),
    )
    const bulk = parse<Record<string, string>>((await get('/regulations-gov.csv')).body, { columns: true })
    expect(bulk.map((row) => row['Docket ID'])).toEqual(rows.map((row) => row['docket']))
  })

  test('is one archive with a folder for each docket and the log by which an outsider audits it', async () => {
    const files = await unpacked('/dataset.zip')
    for (const docket of dockets) {
      expect(files.get(`${docket}/comments.csv`)).toContain(`To ${docket}.`)
      expect(files.get(`${docket}/attachments/${docket}-0001-1.txt`)).toBe(`The plan for ${docket}.`)
      expect(files.get('README.md')).toContain(`${docket}/`)
    }
    for (const [path, text] of files) expect([path, text.includes(secret)]).toEqual([path, false])
    const log = join(folder, 'log.ndjson')
    writeFileSync(log, files.get('log.ndjson') ?? '')
    expect(spawnSync(globalThis.process.execPath, [checker, 'audit', log]).status).toBe(0)
  })

  test('is made at night, and not given out once something was taken back', async () => {
    expect(await makeDatasets(services, () => undefined)).toEqual([...dockets, process])
    expect([...(await unpacked('/nightly.zip')).keys()]).toContain('EX-2026-0002/comments.csv')
    const again = (await findRequest(db, 'EX-2026-0002')) as RequestForComment
    await decideAs(db, again, 'EX-2026-0002-0001', { act: 'withhold', reason: 'spam' })
    expect((await get('/nightly.zip')).statusCode).toBe(404)
  })
})
