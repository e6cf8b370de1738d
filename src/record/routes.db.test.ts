import { fileURLToPath } from 'node:url'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Audit, checkConsistency, proofByTiles, readKey } from '../../verify.mjs'
import { testDatabase } from '../platform/db/testing.ts'
import { ChromeProvider } from '../platform/html/index.ts'
import { buildServer } from '../platform/http/index.ts'
import { exportLog, logRoutes, type RecordTables, receiptFor, recordPolicy } from './index.ts'
import { sequence } from './log/sequence.ts'
import { newPrivateKey, signingKey } from './proof/note.ts'
import { keptInMemory, SampleDocket, testClock } from './testing.ts'

const { db, close } = await testDatabase<RecordTables>()
const key = signingKey('parley.example/log', newPrivateKey())
const clock = testClock()
const docket = new SampleDocket()
const sequencing = { db, key, clock, kept: keptInMemory() }
const chrome = { locale: 'en', installation: 'Forum', path: '/', assets: { stylesheet: '', islands: {} } }
const app = buildServer({
  origin: 'http://localhost',
  cookieSecret: Buffer.alloc(32),
  logger: false,
  trustProxy: false,
  renderPage: async (_request, page) => renderToString(h(ChromeProvider, { value: chrome }, page)),
  errorPage: (kind) => h('p', null, kind),
})
const asked = new Set<unknown>()
app.addHook('onRoute', ({ config }) => void asked.add(config?.action))
app.register(logRoutes, {
  db,
  clock,
  origin: 'http://localhost',
  key,
  witnesses: [],
  programs: fileURLToPath(new URL('../..', import.meta.url)),
  exportTo: (write) => exportLog(db, key, docket, write),
})

async function grow(count: number) {
  const texts = Array.from({ length: count }, (_, i) => `Comment ${i}`)
  const made = await db.transaction().execute((tx) => docket.receive(tx, clock.now(), texts))
  await sequence(sequencing)
  return made
}

beforeAll(() => sequence(sequencing))
afterAll(async () => {
  await app.close()
  await close()
})

const get = (url: string) => app.inject({ url })
const check = (text: string, type = 'receipt') => {
  const form = new FormData()
  if (type === 'file') form.set('file', new Blob([text]), 'receipt.txt')
  else form.set('receipt', text)
  const request = new Response(form)
  return request.arrayBuffer().then((body) =>
    app.inject({
      method: 'POST',
      url: '/check',
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(body),
    }),
  )
}

test('an empty log says what will be here, and already has a checkpoint', async () => {
  expect((await get('/log')).body).toContain('The log is empty.')
  expect((await get('/log/checkpoint')).body).toMatch(/^parley\.example\/log\n0\n/)
})

test('the log’s page shows checkpoints, the key, and what is not proven without a witness', async () => {
  await grow(3)
  const page = (await get('/log')).body
  expect(page).toContain('Not proven, because no witness co-signed')
  expect(page).toContain(key.verifier)
  expect((await get('/log/key')).body).toBe(`${key.verifier}\n`)
})

test('an outsider proves over HTTP alone that the log only grew', async () => {
  const old = (await get('/log/checkpoint')).body
  await grow(600)
  await sequence(sequencing)
  const now = (await get('/log/checkpoint')).body
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const report = await checkConsistency(old, now, readKey(key.verifier), proofByTiles(`${url}/log`))
  expect(report.problems).toEqual([])
})

test('tiles and entries are served whole or in part, and never more than there is', async () => {
  const full = await get('/log/tile/0/001')
  const part = await get('/log/tile/0/001.p/17')
  expect(full.rawPayload).toHaveLength(8192)
  expect(part.rawPayload.equals(full.rawPayload.subarray(0, 17 * 32))).toBe(true)
  expect(full.headers['cache-control']).toContain('immutable')
  expect((await get('/log/tile/0/002.p/91')).statusCode).toBe(200)
  expect((await get('/log/tile/1/000.p/2')).statusCode).toBe(200)
  for (const none of ['0/002', '0/002.p/92', '0/003.p/1', '1/000', 'entries/002', '0/2', '0/../key'])
    expect((await get(`/log/tile/${none}`)).statusCode, none).toBe(404)
  expect((await get('/log/tile/64/000')).statusCode).toBeGreaterThanOrEqual(400)
  const bundle = (await get('/log/tile/entries/002.p/3')).rawPayload
  expect(bundle.subarray(2, 2 + bundle.readUInt16BE(0)).toString()).toMatch(/^parley\/leaf\/v1\n/)
})

test('a receipt is checked on the page with the sentences of the outsider’s own program', async () => {
  const [made] = await grow(1)
  const receipt = await receiptFor(db, key, made?.leaf.id ?? ('' as never), {
    parts: made?.parts ?? [],
    zone: 'UTC',
  })
  const text = receipt?.text ?? ''
  for (const type of ['receipt', 'file']) {
    const page = await check(text, type)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('This receipt is genuine')
  }
  const tampered = await check(text.replace('| Comment 0', '| Comment 1'))
  expect(tampered.body).toContain('This receipt does not hold')
  expect(tampered.body).toContain('Part [2] (answer to question 1, paragraph 1) is not what was received')
})

test('what is no receipt comes back with every word and a sentence that helps', async () => {
  const nothing = await check('')
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('Paste the text of a receipt, or choose its file')
  const other = await check('Dear sirs, <b>here</b>')
  expect(other.statusCode).toBe(422)
  expect(other.body).toContain('Dear sirs, &lt;b>here')
  const plain = await app.inject({ method: 'POST', url: '/check', payload: { receipt: 'x' } })
  expect(plain.statusCode).toBe(422)
})

test('the whole log is downloaded for the audit, and so is the checker', async () => {
  const audit = new Audit({ key: readKey(key.verifier), open: true })
  for (const line of (await get('/log/export')).body.trim().split('\n')) audit.take(line)
  expect(audit.finish().problems).toEqual([])
  for (const name of ['verify.mjs', 'witness.mjs'])
    expect((await get(`/${name}`)).body).toContain('node:crypto')
})

test('every route asks for an action that the policy names, and each is for everyone', () => {
  expect([...asked].sort()).toEqual(recordPolicy.map(({ action }) => action).sort())
  expect(recordPolicy.every(({ roles }) => roles.includes('anyone'))).toBe(true)
})
