import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import { exportLog, signingKey, startSequencer } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { uphold } from '../claims/deciding/uphold.ts'
import { withdrawComment } from '../comments/end-comment.ts'
import type { Arrival } from '../comments/model.ts'
import { takeComments } from '../comments/take-comments.ts'
import { tellPostedAsTaken } from '../posting/tell-posted-as-taken.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  decideAs,
  moderatorOf,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { docketSource } from './docket-source.ts'
import { statusOf } from './model.ts'

const opens = new Date('2026-03-02T12:00:00Z')
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const key = signingKey('forum.example/log', generateKeyPairSync('ed25519').privateKey)
const folder = mkdtempSync(join(tmpdir(), 'parley-audit-'))
let database: TestDatabase<DocketTables>
let request: RequestForComment
let sequencer: ReturnType<typeof startSequencer>
let numbers: string[]

const secret = 'CANARY'
const file = (name: string, publication: Arrival['attachments'][number]['publication']) => ({
  name,
  mediaType: 'application/pdf',
  bytes: 7,
  sha256: 'a'.repeat(64),
  publication,
  extraction: { state: 'done' as const, text: `${secret} of the file` },
})

const mixed = (): Partial<Arrival> => ({
  particulars: { name: 'Ada Example', email: `${secret}@example.org` },
  country: 'DE',
  answers: [
    answerTo(request, 1, 'First line  \r\nof one paragraph.\n\n\n  The second.'),
    answerTo(request, 2, `${secret} two`, 'confidential'),
    answerTo(request, undefined, Array.from({ length: 1200 }, (_, i) => `Paragraph ${i}`).join('\n\n')),
  ],
  attachments: [file('open.pdf', 'with-name'), file(`${secret}.pdf`, 'confidential')],
})

const wholly = (): Partial<Arrival> => ({
  particulars: { name: secret, organisation: secret },
  group: `${secret}-group`,
  language: `x-${secret}`,
  country: secret,
  answers: [answerTo(request, 1, secret, 'confidential')],
  attachments: [file(`${secret}.pdf`, 'confidential')],
})

const nameless = (): Partial<Arrival> => ({
  particulars: { name: secret, organisation: secret },
  answers: [answerTo(request, 1, 'Without my name.', 'without-name')],
  attachments: [file(`${secret}.pdf`, 'without-name')],
})

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  sequencer = startSequencer({ db, key, clock: { now: () => new Date() }, folder, log: () => undefined })
  request = await openRequest(db, { opens })
  const arrivals = [mixed(), nameless(), {}, {}, {}, {}].map((said) => arrivalAt(request, said))
  numbers = await receive(db, arrivals)
  const [first = '', second = '', withheld = '', undone = '', withdrawn = ''] = numbers
  for (const number of [first, second, undone, withdrawn])
    await decideAs(db, request, number, { act: 'post' })
  await decideAs(db, request, withheld, {
    act: 'withhold',
    reason: 'other',
    explanation: 'Says  nothing. \n',
  })
  await decideAs(db, request, undone, { act: 'withhold', reason: 'spam' })
  const {
    id,
    process_id: process,
    leaf_id: leaf,
  } = await db
    .selectFrom('docket.comment')
    .select(['id', 'process_id', 'leaf_id'])
    .where('number', '=', withdrawn)
    .executeTakeFirstOrThrow()
  await withdrawComment(db, { id, number: withdrawn, process, leaf, withdrawnAt: undefined }, opens)
  await db.transaction().execute(async (tx) => {
    const answers = [answerTo(request, undefined, 'As it stood elsewhere.')]
    const [imported] = await takeComments(tx, [
      arrivalAt(request, { state: 'posted', channel: 'bulk-import', answers }),
    ])
    if (imported) await tellPostedAsTaken(tx, [imported.id], numbersOf(request), opens)
  })
  const [whole = ''] = await receive(db, [arrivalAt(request, wholly())])
  await decideAs(db, request, whole, { act: 'post' })
  const [usedName = ''] = await receive(db, [arrivalAt(request, { particulars: { name: `${secret} used` } })])
  await decideAs(db, request, usedName, { act: 'post' })
  const upheld = { number: usedName, request, outcome: 'name-taken-off', at: opens } as const
  await db.transaction().execute((tx) => uphold(tx, moderatorOf(request), upheld))
})
afterAll(async () => {
  await sequencer.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

const numbersOf = ({ questions }: RequestForComment) =>
  new Map(questions.map(({ id, number }) => [id, number]))

async function audit() {
  const lines: string[] = []
  await exportLog(database.db, key, docketSource, (line) => void lines.push(line))
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { status, stdout } = spawnSync(
    process.execPath,
    [checker, 'audit', path, '--key', key.verifier, '--open'],
    {
      encoding: 'utf8',
    },
  )
  return { status, said: stdout, text: lines.join('\n') }
}

/** What the checker says of an export that somebody wrote anew. */
function auditOf(text: string) {
  const path = join(folder, 'other.ndjson')
  writeFileSync(path, `${text}\n`)
  const given = [checker, 'audit', path, '--key', key.verifier]
  const { status, stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  return { status, said: stdout }
}

/** What someone with every right over the database can do: past all triggers and foreign keys. */
const force = (change: ReturnType<typeof sql>) =>
  database.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await change.execute(db)
    await sql`set session_replication_role = origin`.execute(db)
  })

/** Tampers, looks at what the audit says, and puts everything back. */
async function tampered(change: ReturnType<typeof sql>, back: ReturnType<typeof sql>) {
  await force(change)
  const found = await audit()
  await force(back)
  return found
}

test('an outsider finds every leaf posted, withheld with a reason, withdrawn or waiting, and none left over', async () => {
  const { status, said, text } = await audit()
  expect(said).toContain('Everything checked holds.')
  expect(status).toBe(0)
  expect(text).toContain('Paragraph 1199')
  expect(text).toContain('The second.')
  expect(text).toContain('open.pdf')
  expect(text).toContain('other: Says')
  expect(text).not.toContain(secret)
})

test('without --open a comment that waits is named', async () => {
  const { status, said } = auditOf((await audit()).text)
  expect([status, said.match(/Left over: (\S+)/)?.[1]]).toEqual([1, numbers[5]])
})

test('an outsider is told how much of what was posted is kept back', async () => {
  const { said } = await audit()
  // Of the first an answer and a file, each with its choice; of the second two names and a file; of the third
  // all nine; of the fourth the name that was taken off.
  expect(said).toContain('note 17 parts of 4 posted comments are not posted')
})

describe('the audit finds', () => {
  test('a posted text of which one letter was changed', async () => {
    const [from, to] = ['Without my name.', 'Without any name.']
    const swap = (a: string, b: string) =>
      sql`update texts.version set text = ${b} where text = ${a} and kind = 'published'`
    const { status, said } = await tampered(swap(from, to), swap(to, from))
    expect(status).toBe(1)
    expect(said).toContain(`of ${numbers[1]} (comment-received) is not what was received`)
  })

  test('a comment that was put out of the way', async () => {
    const hidden = sql`update docket.comment set leaf_id = gen_random_uuid() where number = ${numbers[0]}`
    const { rows } = await sql<{
      leaf_id: string
    }>`select leaf_id from docket.comment where number = ${numbers[0]}`.execute(database.db)
    const back = sql`update docket.comment set leaf_id = ${rows[0]?.leaf_id} where number = ${numbers[0]}`
    const { status, said } = await tampered(hidden, back)
    expect(status).toBe(1)
    expect(said).toContain(`Left over: ${numbers[0]} is in the log`)
  })

  test.each(['withheld', 'screening'])(
    'a posted comment that became %s without a word in the log',
    async (state) => {
      const set = (to: string) => sql`update docket.comment set state = ${to} where number = ${numbers[0]}`
      const { status, said } = await tampered(set(state), set('posted'))
      expect(status).toBe(1)
      expect(said).toContain(`${numbers[0]} is called ${state}; by the log it is posted`)
    },
  )

  test('a part that was posted and is kept back now', async () => {
    const set = (to: string) =>
      sql`update docket.answer set publication = ${to} from docket.comment
          where comment.id = comment_id and number = ${numbers[1]}`
    const { status, said } = await tampered(set('confidential'), set('without-name'))
    expect(status).toBe(1)
    expect(said).toContain(`Posted parts of ${numbers[1]} are missing`)
  })

  test('a reason for withholding that was rewritten', async () => {
    const set = (to: string) =>
      sql`update moderation.decision set reason_code = ${to} where reason_code = ${to === 'off-topic' ? 'spam' : 'off-topic'}`
    const { status, said } = await tampered(set('off-topic'), set('spam'))
    expect(status).toBe(1)
    expect(said).toContain('(comment-withheld) is not what was received')
  })

  test('a part that is opened twice', async () => {
    const lines = (await audit()).text.split('\n').map((line) => JSON.parse(line))
    const leaf = lines.find(({ openings = [] }) => openings.length > 1)
    leaf.openings.push(leaf.openings[1])
    const { said } = auditOf(lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(said).toContain(`Part [${leaf.openings[1].part}]`)
    expect(said).toContain('is opened twice')
  })

  test('a comment that nobody sent', async () => {
    const made = sql`insert into docket.comment
      select (jsonb_populate_record(comment, jsonb_build_object('id', gen_random_uuid(), 'leaf_id', gen_random_uuid(),
        'number', 'EX-2026-0001-9999', 'idempotency_key', 'forged'))).* from docket.comment where number = ${numbers[1]}`
    const back = sql`delete from docket.comment where idempotency_key = 'forged'`
    const { status, said } = await tampered(made, back)
    expect(status).toBe(1)
    expect(said).toContain('EX-2026-0001-9999 stands in the export and not in the log')
  })
})

test('of a comment replaced and then withheld, the later of the two stands', () => {
  const fate = { state: 'withheld', withdrawn: false, supersededAt: opens } as const
  const at = (seconds: number) => ({ act: 'withhold' as const, at: new Date(opens.getTime() + seconds) })
  expect(statusOf(fate, at(1))).toBe('withheld')
  expect(statusOf(fate, at(-1))).toBe('superseded')
  expect(statusOf({ ...fate, withdrawn: true }, at(1))).toBe('withdrawn')
})
