import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppTables, buildApp } from './app.ts'
import { connect } from './platform/db/index.ts'
import { type TestApp, testApp } from './testing.ts'

let house: TestApp

beforeAll(async () => {
  house = await testApp()
})
afterAll(() => house.close())

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

test('while the database is away a form is answered with its words and when to come back', async () => {
  const away = connect<AppTables>({ host: '/nowhere', user: 'nobody', database: 'none' })
  const app = buildApp({ ...house.services, db: away.db })
  const payload = new URLSearchParams({ email: 'ada@example.org' }).toString()
  const answer = await app.inject({ method: 'POST', url: '/sign-in', headers: form, payload })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toContain('your words are kept')
  expect(answer.body).toContain('ada@example.org')
  expect(answer.body).not.toMatch(/nowhere|ENOENT|socket/)
  await app.close()
  await away.close()
})

test.each([
  ['GET', '/no-such-page', 404, 'There is no page here'],
  ['GET', '/assets/..%2f..%2fpackage.json', 400, 'make sense'],
  ['GET', '/%ZZ', 404, 'There is no page here'],
  ['GET', '/comments/%00', 400, 'make sense'],
  ['GET', '/requests/%00/comments', 400, 'make sense'],
  ['GET', '/assets/none.css', 404, 'There is no page here'],
])('%s %s is answered %d, as a page', async (method, url, status, words) => {
  const answer = await house.app.inject({ method: method as 'GET', url, headers: { accept: 'text/html' } })
  expect(answer.statusCode).toBe(status)
  expect(answer.body).toContain(words)
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
})

test('what is of a kind we do not read, or too large, is told so', async () => {
  const send = (type: string, payload: string) =>
    house.app.inject({ method: 'POST', url: '/sign-in', headers: { ...form, 'content-type': type }, payload })
  expect((await send('text/xml', '<a/>')).statusCode).toBe(415)
  const large = await send('application/x-www-form-urlencoded', `email=${'x'.repeat(3_000_000)}`)
  expect(large.statusCode).toBe(413)
  expect(large.body).toContain('larger than we can take')
})

test('text in another encoding is handed back instead of being changed', async () => {
  const payload = 'email=ada%40example.org&text=caf%E9'
  const answer = await house.app.inject({ method: 'POST', url: '/sign-in', headers: form, payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('The text is not UTF-8')
  expect(answer.body).toContain('café</textarea>')
  const json = await house.app.inject({
    method: 'POST',
    url: '/api/requests/NONE-1/comments',
    headers: { 'content-type': 'application/json' },
    payload: Buffer.from('{"text":"café"}', 'latin1'),
  })
  expect(json.statusCode).toBe(400)
  expect(json.json().detail).toContain('UTF-8')
})

test('a site that is listed may use the API, for nobody but its reader; another may not', async () => {
  const app = buildApp({ ...house.services, allowedOrigins: ['https://partner.example'] })
  const ask = (method: 'OPTIONS' | 'GET' | 'POST', url: string, origin: string) =>
    app.inject({ method, url, headers: { origin, 'sec-fetch-site': 'cross-site' } })
  const asked = await ask('OPTIONS', '/api/requests/NONE-1/comments', 'https://partner.example')
  expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([
    204,
    'https://partner.example',
  ])
  expect(asked.headers['access-control-allow-credentials']).toBeUndefined()
  expect((await ask('POST', '/api/requests/NONE-1/comments', 'https://partner.example')).statusCode).not.toBe(
    403,
  )
  expect((await ask('POST', '/api/requests/NONE-1/comments', 'https://other.example')).statusCode).toBe(403)
  expect((await ask('POST', '/sign-in', 'https://partner.example')).statusCode).toBe(403)
  const other = await ask('GET', '/api/openapi.json', 'https://other.example')
  expect(other.headers['access-control-allow-origin']).toBeUndefined()
  await app.close()
})

test('after many tries from one address the house asks for patience', async () => {
  const tries = []
  for (let n = 0; n < 31; n += 1) {
    const payload = 'email=nobody'
    const asked = {
      method: 'POST',
      url: '/sign-in',
      headers: form,
      payload,
      remoteAddress: '127.9.9.9',
    } as const
    tries.push(await house.app.inject(asked))
  }
  expect(tries.filter(({ statusCode }) => statusCode === 422)).toHaveLength(30)
  expect(tries.at(-1)?.statusCode).toBe(429)
  expect(tries.at(-1)?.body).toContain('Too many tries')
})

test('a comment sent while the database is away comes back whole, even as the first thing after a start', async () => {
  const away = connect<AppTables>({ host: '/nowhere', user: 'nobody', database: 'none' })
  const app = buildApp({ ...house.services, db: away.db })
  const payload =
    '--x\r\nContent-Disposition: form-data; name="free-text"\r\n\r\nMy <b>long</b> words\r\n--x--\r\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=x', accept: 'text/html' }
  const answer = await app.inject({ method: 'POST', url: '/requests/EX-1/comment', headers, payload })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
  expect(answer.body).toContain('My &lt;b>long&lt;/b> words')
  await app.close()
  await away.close()
})

test('a program is answered with a problem, not a page', async () => {
  const answer = await house.app.inject({ url: '/api/none', headers: { accept: 'application/json' } })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 404 })
})
