import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReceipt, readKey } from '../../../verify.mjs'
import { addCheckpoint, addLog, initWitness, witnessServer } from '../../../witness.mjs'
import { testDatabase } from '../../platform/db/testing.ts'
import { newPrivateKey, signingKey } from '../proof/note.ts'
import { keptInMemory, SampleDocket, testClock } from '../testing.ts'
import { latestCheckpoint } from './latest-checkpoint.ts'
import { receiptFor } from './receipt-for.ts'
import { sequence } from './sequence.ts'
import type { LogTables } from './tables.ts'
import { askWitnesses, parseWitnesses } from './witnesses.ts'

const { db, close } = await testDatabase<LogTables>()
const folder = mkdtempSync(join(tmpdir(), 'parley-witness-'))
const key = signingKey('parley.example/log', newPrivateKey())
const clock = testClock()
const docket = new SampleDocket()
const sequencing = { db, key, clock, kept: keptInMemory() }
const witnessKey = initWitness(folder, 'witness.example/w1')
const server = witnessServer(folder)
const said: string[] = []
const ask = () => askWitnesses({ db, clock, witnesses: witnesses(), log: (line) => said.push(line) })

function witnesses() {
  const { port } = server.address() as AddressInfo
  const parsed = parseWitnesses(`http://127.0.0.1:${port}/ ${witnessKey}`)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed
}

async function grow(count: number) {
  const texts = Array.from({ length: count }, (_, i) => `Comment ${i}`)
  const made = await db.transaction().execute((tx) => docket.receive(tx, clock.now(), texts))
  await sequence(sequencing)
  return made
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await sequence(sequencing)
})
afterAll(async () => {
  server.close()
  rmSync(folder, { recursive: true })
  await close()
})

test('a witness that does not watch this log does not sign, and says so', async () => {
  await grow(3)
  expect(await ask()).toBe(0)
  expect(said.at(-1)).toContain('404')
})

test('a witness signs the log as it grows, and the receipt then carries its signature', async () => {
  addLog(folder, key.verifier)
  const [made] = await grow(300)
  expect(await ask()).toBe(1)
  await grow(70)
  expect(await ask()).toBe(1)
  expect(await ask()).toBe(0)
  expect(await latestCheckpoint(db)).toMatchObject({ size: 373, witnessed: 1 })
  const receipt = await receiptFor(db, key, made?.leaf.id ?? ('' as never), {
    parts: made?.parts ?? [],
    zone: 'UTC',
  })
  const trusted = { key: readKey(key.verifier), witnesses: [readKey(witnessKey)] }
  const { report } = checkReceipt(receipt?.text ?? '', trusted)
  expect(report.problems).toEqual([])
  expect(report.holds.join()).toContain('witness.example/w1 co-signed')
})

test('a log that forgot what its witness signed is asked from where the witness stands', async () => {
  await sql`set session_replication_role = replica; truncate record.cosignature; set session_replication_role = origin`.execute(
    db,
  )
  await grow(5)
  expect(await ask()).toBe(1)
})

test('a witness refuses a log that was rewritten, even when the log’s own key signed it', async () => {
  await sql`set session_replication_role = replica; truncate record.leaf, record.salt, record.tile, record.checkpoint, record.cosignature; set session_replication_role = origin`.execute(
    db,
  )
  const rewritten = { ...sequencing, kept: keptInMemory() }
  await sequence(rewritten)
  await db.transaction().execute((tx) =>
    docket.receive(
      tx,
      clock.now(),
      Array.from({ length: 400 }, (_, i) => `Other ${i}`),
    ),
  )
  await sequence(rewritten)
  expect(await ask()).toBe(0)
  expect(said.at(-1)).toContain('422')
})

test('a witness answers as c2sp.org/tlog-witness says', async () => {
  const note = (await latestCheckpoint(db))?.note ?? ''
  const status = (body: string) => addCheckpoint(folder, body, 1_700_000_000).status
  expect(status('hello')).toBe(400)
  expect(status(`old 999\n\n${note}`)).toBe(400)
  expect(status(`old 7\n\n${note}`)).toBe(409)
  expect(status(`old 378\n\n${note.replace('\n400\n', '\n401\n')}`)).toBe(403)
  expect(addCheckpoint(folder, `old 0\n\n${note}`, 1).body).toBe('378\n')
})

test('a setting that cannot be a witness is told in words', () => {
  expect(parseWitnesses('')).toEqual([])
  expect(parseWitnesses('https://w.example nonsense')).toHaveProperty('problem')
  expect(parseWitnesses(`nonsense ${witnessKey}`)).toHaveProperty('problem')
})

test('the program makes a key once, serves, and forgets nothing when it is started again', async () => {
  const state = readFileSync(join(folder, 'witness.json'), 'utf8')
  expect(() => initWitness(folder, 'other')).toThrow(/already/)
  expect(readFileSync(join(folder, 'witness.json'), 'utf8')).toBe(state)
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('../../../witness.mjs', import.meta.url)),
    'serve',
    folder,
    '--port',
    '0',
    '--host',
    '127.0.0.1',
  ])
  const port = await new Promise<string>((resolve) => {
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      const found = /port: (\d+)/.exec(out)?.[1]
      if (found) resolve(found)
    })
  })
  const page = await (await fetch(`http://127.0.0.1:${port}/`)).text()
  child.kill()
  expect(page).toContain('parley.example/log 378 ')
  writeFileSync(join(folder, 'witness.json'), state)
})
