import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPersonByEmail } from '../participants/index.ts'
import { type SignedInPerson, type TestApp, testApp } from '../testing.ts'
import { eraseFound } from './erase-found.ts'
import { findToErase } from './find-to-erase.ts'
import { replayErasures } from './replay-erasures.ts'
import { address, keepFile, plantPerson } from './testing.ts'

let house: TestApp
let admin: SignedInPerson
let planted: Awaited<ReturnType<typeof plantPerson>>
const erased = { reason: 'asked-for', by: undefined, at: new Date('2026-03-01T12:00:00Z') }

beforeAll(async () => {
  house = await testApp()
  admin = await house.signInAs({ role: 'administrator', process: undefined })
  planted = await plantPerson(house)
})
afterAll(() => house.close())

/** The database fails once so many erasures stand in it. */
async function stopAfter(most: number): Promise<void> {
  await sql`create or replace function erasing.stop() returns trigger language plpgsql as $$ begin
    if (select count(*) from erasing.erasure) > ${sql.lit(most)} then raise exception 'The machine stopped.'; end if;
    return null; end $$`.execute(house.services.db)
  await sql`create or replace trigger stop after insert on erasing.erasure
    for each statement execute function erasing.stop()`.execute(house.services.db)
}

test('where the ledger cannot be written nothing is erased, and the page says so', async () => {
  const { ledger, db, files } = house.services
  const stands = await findToErase(db, address)
  await mkdir(ledger)
  const form = { what: address, reason: 'asked-for', confirm: address }
  const answer = await house.post('/erase', form, admin.cookie)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('The ledger of erasures cannot be written, so nothing more was erased.')
  expect(await findToErase(db, address)).toEqual(stands)
  const kept = await db.selectFrom('docket.attachment').select('sha256').execute()
  expect(kept.length).toBeGreaterThan(0)
  for (const { sha256 } of kept) expect(await files.has(sha256)).toBe(true)
  await rm(ledger, { recursive: true })
})

test('a comment goes with its versions, by any of their numbers', async () => {
  const found = await findToErase(house.services.db, planted.corrected.number)
  expect(found?.numbers).toEqual([planted.first.number, planted.corrected.number])
})

test('thousands of comments go by the hundred, and one that was interrupted goes on', async () => {
  const { db, ledger } = house.services
  const copies = sql<{ id: string }>`
    with source as (select * from docket.comment where id = ${planted.others.id}),
    more as (insert into docket.comment (id, process_id, request_id, number, channel, state, received_at, language,
        declared_group, named, confidential, idempotency_key, leaf_id)
      select gen_random_uuid(), process_id, request_id, number || '-' || n, channel, state, received_at, language,
        declared_group, named, confidential, n::text, leaf_id from source, generate_series(1, 250) n returning id)
    insert into docket.particulars (comment_id, email) select id, 'many@example.org' from more returning comment_id as id`
  await sql`drop index docket.comment_by_leaf`.execute(db)
  expect((await copies.execute(db)).rows).toHaveLength(250)
  const found = await findToErase(db, 'many@example.org')
  if (!found) throw new Error('Nothing was found.')
  expect(found.numbers).toHaveLength(250)
  await stopAfter(120)
  await expect(eraseFound(house.services, found, erased)).rejects.toThrow('The machine stopped.')
  expect((await findToErase(db, 'many@example.org'))?.numbers).toHaveLength(150)
  await stopAfter(1000)
  expect(await eraseFound(house.services, found, erased)).toBe('erased')
  expect(await findToErase(db, 'many@example.org')).toBeUndefined()
  expect((await readFile(ledger, 'utf8')).trim().split('\n')).toHaveLength(250)
  expect(await readFile(house.services.ledgerCopy, 'utf8')).toBe(await readFile(ledger, 'utf8'))
})

test('an address that only ends like another one finds nothing of it', async () => {
  expect(await findToErase(house.services.db, address.slice(1))).toBeUndefined()
})

test('a file that came within the hour is left to the sweep, since somebody may be sending it now', async () => {
  const { files } = house.services
  const sha256 = await keepFile(house.services, 'old')
  const now = house.services.clock.now()
  await files.remove(sha256, now)
  expect(await files.has(sha256)).toBe(false)
  const fresh = await files.putOwn(
    (async function* () {
      yield Buffer.from('fresh')
    })(),
  )
  await files.remove(fresh.sha256, new Date(0))
  expect(await files.has(fresh.sha256)).toBe(true)
})

test('a start says which lines it cannot read, and takes a reason that it does not know for another', async () => {
  const restored = await testApp()
  const { ledger, ledgerCopy, db } = restored.services
  const { comments } = { comments: await plantPerson(restored) }
  const line = {
    at: '2026-03-01T12:00:00.000Z',
    kind: 'comment',
    id: comments.first.id,
    reason: 'gone-reason',
  }
  await writeFile(ledger, `${JSON.stringify(line)}\n{"damaged\n`)
  const person = { ...line, kind: 'person', id: comments.person, reason: 'asked-for' }
  await appendFile(ledgerCopy, `${JSON.stringify(person)}\n`)
  const replayed = await replayErasures(restored.services)
  expect(replayed).toMatchObject({ read: 2, applied: 2 })
  expect(replayed.problems.join()).toContain('DAMAGED: 1 lines of the ledger of erasures')
  expect(await findPersonByEmail(db, address)).toBeUndefined()
  const decided = db.selectFrom('moderation.decision').select('reason_code').where('act', '=', 'erase')
  expect(await decided.execute()).toEqual([{ reason_code: 'other-erasure' }])
  await restored.close()
})
