import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import { eraseParts, exportLog, type LeafId, signingKey, startSequencer } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { docketSource } from '../export/docket-source.ts'
import { answerTo, arrivalAt, type DocketTables, decideAs, openRequest, receive } from '../posting/testing.ts'
import { findComment } from '../reading/store.ts'
import { eraseComments } from './erase-comments.ts'
import { type DocketTables as ErasedTables, findCommentIds } from './store.ts'

const canary = 'QXCANARYQX'
const opens = new Date('2026-03-02T12:00:00Z')
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const folder = mkdtempSync(join(tmpdir(), 'parley-erase-'))
let database: TestDatabase<DocketTables & ErasedTables>
let request: RequestForComment
let sequencer: ReturnType<typeof startSequencer>
let numbers: string[]

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  sequencer = startSequencer({ db, key, clock: { now: () => new Date() }, folder, log: () => undefined })
  request = await openRequest(db, { opens })
  const full = {
    particulars: { name: canary, email: `${canary}@example.org`, organisation: canary },
    language: `x-${canary}`,
    group: canary,
    country: canary,
    answers: [
      answerTo(request, 1, `${canary} said`),
      answerTo(request, 2, `${canary} hidden`, 'confidential' as const),
    ],
    attachments: [
      {
        name: `${canary}.pdf`,
        mediaType: `application/${canary}`,
        bytes: 7,
        sha256: 'a'.repeat(64),
        publication: 'with-name' as const,
        extraction: { state: 'done' as const, text: `${canary} file` },
      },
    ],
  }
  numbers = await receive(db, [arrivalAt(request, full), arrivalAt(request, full), arrivalAt(request, {})])
  const [posted = '', withheld = '', other = ''] = numbers
  await decideAs(db, request, posted, { act: 'post' })
  await decideAs(db, request, withheld, { act: 'withhold', reason: 'other', explanation: `Says ${canary}` })
  await decideAs(db, request, other, { act: 'post' })
  await db.transaction().execute(async (tx) => {
    const ids = await findCommentIds(tx, { email: `${canary}@EXAMPLE.org` })
    await eraseComments(tx, ids, { reason: 'asked-for', by: undefined, at: new Date() })
  })
})
afterAll(async () => {
  await sequencer.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(database.db)
  const all: string[] = []
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} as t`.execute(
      database.db,
    )
    all.push(...found.rows.map(({ row }) => `${name} ${row}`))
  }
  return all.join('\n')
}

async function exported(): Promise<string> {
  const lines: string[] = []
  await exportLog(database.db, key, docketSource, (line) => void lines.push(line))
  return lines.join('\n')
}

function audit(text: string) {
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, `${text}\n`)
  const given = [checker, 'audit', path, '--key', key.verifier]
  const { status, stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  return { status, said: stdout }
}

test('nothing that an erased sender said is left in any table', async () => {
  const left = (await dump()).split('\n').filter((row) => row.toLowerCase().includes(canary.toLowerCase()))
  expect(left).toEqual([])
})

test('the public still knows that the comments were there, and that they were erased', async () => {
  const [first = '', , other = ''] = numbers
  expect(await findComment(database.db, first)).toMatchObject({
    number: first,
    standing: 'erased',
    shown: undefined,
  })
  expect(await findComment(database.db, other)).toMatchObject({ standing: 'posted' })
})

test('an outsider finds a tombstone for each, and how many there are', async () => {
  const { status, said } = audit(await exported())
  expect(said).toContain('2 comment(s) were erased whole')
  expect(said).toContain('Everything checked holds.')
  expect(status).toBe(0)
})

test('the audit refuses an erased comment without its tombstone', async () => {
  const text = await exported()
  const swapped = text.replace(
    `"number":"${numbers[2]}","status":"posted"`,
    `"number":"${numbers[2]}","status":"erased"`,
  )
  expect(swapped).not.toBe(text)
  expect(audit(swapped)).toMatchObject({
    status: 1,
    said: expect.stringContaining('is called erased; by the log'),
  })
})

test('the audit refuses a tombstone whose words are still given out', async () => {
  const lines = (await exported()).split('\n').map((line) => JSON.parse(line))
  const erased = lines.find((line) => line.entry?.includes(`comment-received\nnumber ${numbers[0]}`))
  erased.openings = [{ part: 1, label: 'name', salt: 'AAAA', text: canary }]
  const { status, said } = audit(lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(status).toBe(1)
  expect(said).toContain('were erased, and they are still there: 1')
})

test('the audit names the comments of which an operator erased a part, and which were posted before', async () => {
  const [posted = '', , other = ''] = numbers
  const leaf = await leafOf('comment-received', other)
  await database.db.transaction().execute((tx) => eraseParts(tx, leaf, [1], new Date()))
  const { said } = audit(await exported())
  expect(said).toContain(`Of these comments parts were erased, and the rest stays: ${other} (1).`)
  expect(said).toContain(`Erased after they had been posted: ${posted}.`)
})

test('the audit refuses a withholding whose reason alone was erased', async () => {
  const other = numbers[2] ?? ''
  await decideAs(database.db, request, other, { act: 'withhold', reason: 'spam' })
  expect(audit(await exported()).said).not.toContain('without a reason')
  const leaf = await leafOf('comment-withheld', other)
  await database.db.transaction().execute((tx) => eraseParts(tx, leaf, [], new Date()))
  expect(audit(await exported())).toMatchObject({
    status: 1,
    said: expect.stringContaining(`${other} was withheld without a reason that can be read.`),
  })
})

async function leafOf(kind: string, number: string): Promise<LeafId> {
  const { rows } = await sql<{ id: LeafId }>`select id from record.leaf
    where body like ${`%kind ${kind}%`} and body like ${`%number ${number}%`}`.execute(database.db)
  return rows.at(-1)?.id as LeafId
}
