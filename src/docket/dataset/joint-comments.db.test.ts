import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportLog, signingKey, startSequencer } from '../../record/index.ts'
import { docketSource } from '../export/docket-source.ts'
import { importFile } from '../import/import-file.ts'
import { openRequest } from '../posting/testing.ts'
import { openSignatories } from '../signatories/testing.ts'

const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const folder = mkdtempSync(join(tmpdir(), 'parley-joint-'))
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const { house, db, request, take, post } = await openSignatories()
const sequencer = startSequencer({ db, key, clock: house.services.clock, folder, log: () => undefined })
let number = ''

const idOf = async (name: string) =>
  (await db.selectFrom('docket.signatory').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

beforeAll(async () => {
  const signatories = [
    { name: 'Shown Union', country: 'FR' },
    { name: 'CANARY withheld' },
    { name: 'Twice, and “back”: again' },
    { name: 'CANARY erased', email: 'erased@example.org' },
  ]
  number = (await take({ signatories })).number
  await post(number)
  const moderator = await house.signInAs({ role: 'moderator', process: request.processId })
  const path = `/comments/${number}/moderation/signatories`
  const decide = async (name: string, act = {}) =>
    house.post(path, { signatory: await idOf(name), reason: 'off-topic', ...act }, moderator.cookie)
  await decide('CANARY withheld')
  await decide('Twice, and “back”: again')
  await decide('Twice, and “back”: again', { act: 'show' })
  const admin = await house.signInAs({ role: 'administrator', process: undefined })
  const form = { what: 'erased@example.org', reason: 'asked-for', confirm: 'erased@example.org' }
  await house.post('/erase', form, admin.cookie)
})
afterAll(async () => {
  await sequencer.stop()
  await house.close()
  rmSync(folder, { recursive: true })
})

async function sequenced(): Promise<void> {
  const waits = () => db.selectFrom('record.leaf').select('id').where('index', 'is', null).execute()
  for (let tries = 0; tries < 200 && (await waits()).length > 0; tries += 1) await sleep(50)
}

test('an outsider’s audit holds with names that were withheld, published again and erased', async () => {
  await sequenced()
  const lines: string[] = []
  await exportLog(db, key, docketSource, (line) => void lines.push(line))
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, `${lines.join('\n')}\n`)
  const given = [checker, 'audit', path, '--key', key.verifier, '--open']
  const { status, stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  expect(stdout).toContain('Everything checked holds.')
  expect(status).toBe(0)
  expect(lines.join('\n')).not.toContain('CANARY')
  expect(lines.join('\n')).toContain('kind signatory-withheld')
})

test.each(['comments.jsonl', 'comments.csv'])(
  'names that sign go out and come in again as %s',
  async (name) => {
    const sent = await house.get(`/requests/${request.docket}/dataset/${name}`)
    expect(sent.statusCode).toBe(200)
    expect(sent.body).not.toContain('CANARY')
    const file = join(folder, name)
    writeFileSync(file, sent.rawPayload)
    const docket = `EX-2026-00${name.length}`
    const other = await openRequest(db, { docket, opens: request.opensAt })
    const brought = await importFile(house.services, { file, request: other, told: new Map() })
    expect(brought).toMatchObject({ imported: 1 })
    const rows = await db
      .selectFrom('docket.signatory as signatory')
      .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
      .select(['signatory.name', 'signatory.country', 'signatory.verification'])
      .where('comment.request_id', '=', other.id)
      .orderBy('signatory.position')
      .execute()
    expect(rows).toEqual([
      { name: 'Shown Union', country: 'FR', verification: 'none' },
      { name: 'Twice, and “back”: again', country: null, verification: 'none' },
    ])
  },
)
