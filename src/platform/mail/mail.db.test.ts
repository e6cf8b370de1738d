import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../db/testing.ts'
import { after, type Instant } from '../time.ts'
import { deliverMail, listMail, type MailTables, queueMail, type Sender, smtpSender } from './index.ts'

const { db, close } = await testDatabase<MailTables>()
const noon = new Date('2026-03-01T12:00:00Z')
const received: Email[] = []
const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onData(stream, _session, done) {
    buffer(stream)
      .then((bytes) => PostalMime.parse(bytes))
      .then((mail) => received.push(mail))
      .then(() => done(), done)
  },
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const { port } = server.server.address() as AddressInfo
const sender = smtpSender({ url: `smtp://127.0.0.1:${port}`, from: 'Parley <parley@example.org>' })
const outage: Sender = { send: () => Promise.reject(new Error('connection refused')), close: () => undefined }

afterAll(async () => {
  sender.close()
  await new Promise<void>((ended) => server.close(ended))
  await close()
})

beforeEach(async () => {
  received.length = 0
  await db.deleteFrom('platform.mail').execute()
})

const at = (now: Instant) => ({ now: () => now })
const queue = (subject = 'Your link') =>
  db.transaction().execute((tx) => queueMail(tx, { to: 'ada@example.org', subject, body: 'Hello Zoë' }, noon))

test('a letter arrives once, as it was written', async () => {
  await db.transaction().execute((tx) =>
    queueMail(
      tx,
      {
        to: 'ada@example.org',
        subject: 'Grüße\r\nBcc: eve@example.org',
        body: 'Hello Zoë\n.\nBye',
        attachments: [{ name: 'receipt.txt', type: 'text/plain', text: 'proof ✓' }],
      },
      noon,
    ),
  )
  expect(await deliverMail({ db, clock: at(noon), sender })).toEqual({ sent: 1, failed: 0 })
  expect(await deliverMail({ db, clock: at(noon), sender })).toEqual({ sent: 0, failed: 0 })
  expect(received).toHaveLength(1)
  expect(received[0]?.subject).toBe('Grüße Bcc: eve@example.org')
  expect(received[0]?.bcc).toBeUndefined()
  expect(received[0]?.to).toEqual([{ address: 'ada@example.org', name: '' }])
  expect(received[0]?.text?.trim()).toBe('Hello Zoë\n.\nBye')
  expect(Buffer.from(received[0]?.attachments[0]?.content as ArrayBuffer).toString()).toBe('proof ✓')
})

test('a letter of a transaction that failed never goes out', async () => {
  const failing = db.transaction().execute(async (tx) => {
    await queueMail(tx, { to: 'ada@example.org', subject: 'No', body: 'No' }, noon)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await listMail(db, 10)).toEqual([])
})

test('while the mail server is away letters wait, and go out when it is back', async () => {
  await queue()
  expect(await deliverMail({ db, clock: at(noon), sender: outage })).toEqual({ sent: 0, failed: 1 })
  expect((await listMail(db, 1))[0]).toMatchObject({
    problem: 'connection refused',
    attempts: 1,
    sent_at: null,
  })
  expect(await deliverMail({ db, clock: at(noon), sender })).toEqual({ sent: 0, failed: 0 })
  expect(await deliverMail({ db, clock: at(after(noon, 60_000)), sender })).toEqual({ sent: 1, failed: 0 })
})

test('after four days of trying a letter is given up, and kept', async () => {
  await queue()
  let now = noon
  for (let day = 0; day < 40; day += 1) {
    await deliverMail({ db, clock: at(now), sender: outage })
    now = after(now, 24 * 3600_000)
  }
  expect((await listMail(db, 1))[0]).toMatchObject({ attempts: 10, due_at: null, sent_at: null })
})

test('two senders at once send each letter once', async () => {
  for (let n = 0; n < 20; n += 1) await queue(`Letter ${n}`)
  const both = [deliverMail({ db, clock: at(noon), sender }), deliverMail({ db, clock: at(noon), sender })]
  const counts = await Promise.all(both)
  expect((counts[0]?.sent ?? 0) + (counts[1]?.sent ?? 0)).toBe(20)
  expect(new Set(received.map((mail) => mail.subject)).size).toBe(20)
})

test('an address that smuggles in a header is not taken', async () => {
  const smuggled = { to: 'a@example.org\nBcc: b@example.org', subject: 'x', body: 'x' }
  await expect(db.transaction().execute((tx) => queueMail(tx, smuggled, noon))).rejects.toThrow('address')
})
