import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCode, type TestApp, testApp } from '../../testing.ts'
import { firstStartCode } from './code.ts'

const form = {
  code: firstCode,
  installation: 'Forum of All',
  convenor: 'Office',
  group: 'government',
  name: 'Ada',
  email: 'Ada@example.org',
}
let house: TestApp
const examples: string[] = []

beforeAll(async () => {
  const loadExample = async ({ name }: { name: string }) => `/example-of-${examples.push(name)}`
  house = await testApp({ founded: false, loadExample })
})
afterAll(() => house.close())

test('the code is the same after a restart, and another in another installation', () => {
  expect(firstStartCode(Buffer.alloc(32, 1))).toBe(firstStartCode(Buffer.alloc(32, 1)))
  expect(firstStartCode(Buffer.alloc(32, 1))).not.toBe(firstStartCode(Buffer.alloc(32, 2)))
  expect(firstStartCode(Buffer.alloc(32, 1))).toMatch(/^[\w-]{20}$/)
})

test('while it belongs to nobody, every page leads to the first start, and its health can be asked', async () => {
  for (const url of ['/', '/me', '/sign-in', '/no-such-page']) {
    expect((await house.get(url)).headers.location).toBe('/first-start')
  }
  expect((await house.get('/health')).json()).toEqual({ database: 'answers', founded: false })
})

test('without the code nobody gets it', async () => {
  for (const url of ['/first-start', '/first-start?code=wrong', `/first-start?code=${firstCode.slice(1)}`]) {
    const page = await house.get(url)
    expect(page.statusCode).toBe(403)
    expect(page.body).toContain('start-up message')
    expect(page.body).not.toContain(firstCode)
  }
  const answer = await house.post('/first-start', { ...form, code: 'wrong' })
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined])
  expect((await house.get('/health')).json()).toMatchObject({ founded: false })
})

test('a form badly filled in comes back with every word', async () => {
  const answer = await house.post('/first-start', { ...form, email: 'ada', group: 'nobility', name: ' ' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('value="Forum of All"')
  expect(answer.body).toContain('value="ada"')
  for (const field of ['email', 'group', 'name']) expect(answer.body).toContain(`href="#${field}"`)
})

test('of two founders at once one gets it, is signed in as administrator, and may load the example', async () => {
  const both = await Promise.all([house.post('/first-start', form), house.post('/first-start', form)])
  const won = both.filter(({ headers }) => headers['set-cookie'])
  expect(won).toHaveLength(1)
  const cookie = String(won[0]?.headers['set-cookie']).split(';')[0] ?? ''
  expect(won[0]?.headers.location).toBe('/first-start/example')
  expect((await house.get('/first-start/example', cookie)).body).toContain('Forum of All is ready')
  expect((await house.post('/first-start/example', {}, cookie)).headers.location).toBe('/example-of-1')
  expect((await house.get('/administration', cookie)).statusCode).toBe(200)
  expect((await house.get(`/first-start?code=${firstCode}`)).headers.location).toBe('/')
  expect((await house.post('/first-start', form)).headers['set-cookie']).toBeUndefined()
  const { rows } = await house.database.pool.query('select kind from record.entry order by kind')
  expect(rows.map(({ kind }) => kind)).toEqual([
    'installation-founded',
    'organisation-added',
    'person-signed-up',
    'role-given',
    'role-given',
  ])
})
