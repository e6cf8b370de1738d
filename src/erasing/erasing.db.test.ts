import { appendFile, readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPersonByEmail } from '../participants/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import { type SignedInPerson, type TestApp, testApp } from '../testing.ts'
import { completeLedgers } from './ledger.ts'
import { replayErasures } from './replay-erasures.ts'

let house: TestApp
let admin: SignedInPerson
let somebody: SignedInPerson
let address: string

beforeAll(async () => {
  house = await testApp()
  const { db, clock } = house.services
  admin = await house.signInAs({ role: 'administrator', process: undefined })
  somebody = await house.signInAs({ role: 'moderator', process: undefined })
  const row = db.selectFrom('participants.person').select('email').where('id', '=', somebody.person)
  address = (await row.executeTakeFirstOrThrow()).email
  await db
    .transaction()
    .execute((tx) => queueMail(tx, { to: address, subject: 'Hello', body: 'Dear Test' }, clock.now()))
})
afterAll(() => house.close())

test('nobody but an administrator comes to the page', async () => {
  expect((await house.get('/erase', somebody.cookie)).statusCode).toBe(403)
  expect((await house.post('/erase', { what: address }, somebody.cookie)).statusCode).toBe(403)
  expect((await house.get('/erase')).statusCode).not.toBe(200)
})

test('an administrator sees first what goes, and must type the address once more', async () => {
  const seen = await house.post('/erase/preview', { what: address }, admin.cookie)
  expect(seen.body).toContain('1 role that is held now')
  expect(seen.body).toContain(`href="/people/${somebody.person}"`)
  const form = { what: address, reason: 'asked-for', confirm: 'else' }
  const wrong = await house.post('/erase', form, admin.cookie)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('<a href="#confirm">What you typed is not')
  expect(await findPersonByEmail(house.services.db, address)).toBeDefined()
  const unknown = await house.post('/erase/preview', { what: 'nobody@example.org' }, admin.cookie)
  expect(unknown.statusCode).toBe(422)
  expect(unknown.body).toContain('Nothing here belongs to this address')
})

test('an erased person is gone with session, role and letters, and stands in the ledger by id alone', async () => {
  const form = { what: address, reason: 'asked-for', confirm: address }
  const done = await house.post('/erase', form, admin.cookie)
  expect(done.statusCode).toBe(200)
  expect(done.body).not.toContain(address)
  const { db, ledger } = house.services
  expect(await findPersonByEmail(db, address)).toBeUndefined()
  expect((await house.get('/me', somebody.cookie)).statusCode).not.toBe(200)
  expect(await db.selectFrom('platform.mail').selectAll().where('recipient', '=', address).execute()).toEqual(
    [],
  )
  const lines = await readFile(ledger, 'utf8')
  expect(lines).toContain(somebody.person)
  expect(lines).not.toContain(address)
})

test('a ledger that was lost is written again, and a line cut off by a crash harms nothing', async () => {
  const { db, ledger } = house.services
  const before = await readFile(ledger, 'utf8')
  await rm(ledger)
  await completeLedgers(db, house.services)
  expect((await readFile(ledger, 'utf8')).split('\n').sort()).toEqual(before.split('\n').sort())
  await appendFile(ledger, '{"at":"2026')
  expect(await completeLedgers(db, house.services)).toEqual([])
})

test('a restored database erases again what the ledger says, once', async () => {
  const restored = await testApp()
  const back = await restored.signInAs({ role: 'chair', process: undefined })
  const at = '2026-03-01T12:00:00.000Z'
  const line = { at, kind: 'person', id: back.person, reason: 'court-order' }
  await appendFile(restored.services.ledger, `${JSON.stringify(line)}\n`)
  const { db } = restored.services
  expect(await replayErasures(restored.services)).toEqual({ read: 1, applied: 1, problems: [] })
  const row = db.selectFrom('participants.person').selectAll().where('id', '=', back.person)
  expect(await row.executeTakeFirst()).toMatchObject({ name: null, email: null })
  expect(await replayErasures(restored.services)).toEqual({ read: 1, applied: 0, problems: [] })
  await restored.close()
})

test('the last administrator stays', async () => {
  const alone = await testApp()
  const founder = await findPersonByEmail(alone.services.db, 'ada@example.org')
  const helper = await alone.signInAs({ role: 'administrator', process: undefined })
  const form = (what: string) => ({ what, reason: 'asked-for', confirm: what })
  expect((await alone.post('/erase', form('ada@example.org'), helper.cookie)).statusCode).toBe(200)
  expect(founder).toBeDefined()
  const { email } = await alone.services.db
    .selectFrom('participants.person')
    .select('email')
    .where('id', '=', helper.person)
    .executeTakeFirstOrThrow()
  const last = await alone.post('/erase', form(email), helper.cookie)
  expect(last.statusCode).toBe(422)
  expect(last.body).toContain('The last administrator cannot be erased')
  await alone.close()
})
