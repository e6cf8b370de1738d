import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMail } from '../../platform/mail/index.ts'
import { after } from '../../platform/time.ts'
import { type TestApp, testApp } from '../../testing.ts'
import { endSessions } from './end-sessions.ts'
import { LINK_LIFE, SESSION_IDLE, SESSION_LIFE } from './model.ts'

const noon = new Date('2026-03-01T12:00:00Z')
let house: TestApp

beforeAll(async () => {
  house = await testApp()
})
afterAll(() => house.close())

async function askForLink(email: string, to = '/') {
  const answer = await house.post('/sign-in', { email, to })
  expect(answer.statusCode).toBe(200)
  const letter = (await listMail(house.database.db, 100)).find(({ recipient }) => recipient === email)
  return letter?.body.match(/\/sign-in\/[\w-]+/)?.[0] ?? 'no link'
}

const cookieIn = (headers: Record<string, unknown>) => String(headers['set-cookie'] ?? '').split(';')[0] ?? ''

test('a link signs in once, and leads where the person wanted to go', async () => {
  const link = await askForLink('bea@example.org', '/me')
  const page = await house.get(link)
  expect(page.body).toContain('Sign in as bea@example.org')
  const answer = await house.post(link, { name: 'Bea Newcomer' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/me'])
  expect(answer.headers['set-cookie']).toMatch(
    /^parley=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const me = await house.get('/me', cookieIn(answer.headers))
  expect(me.body).toContain('Bea Newcomer')
  expect((await house.get(link)).statusCode).toBe(410)
  const again = await house.post(link, { name: 'Someone Else' })
  expect([again.statusCode, again.headers['set-cookie']]).toEqual([410, undefined])
})

test('a mail scanner that opens the link does not use it up', async () => {
  const link = await askForLink('cy@example.org')
  for (let time = 0; time < 3; time += 1) expect((await house.get(link)).statusCode).toBe(200)
  expect((await house.post(link, { name: 'Cy' })).statusCode).toBe(303)
})

test('of two presses of the button at once one signs in', async () => {
  const link = await askForLink('di@example.org')
  const both = await Promise.all([house.post(link, { name: 'Di' }), house.post(link, { name: 'Di' })])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410])
})

test('a link dies after a quarter of an hour', async () => {
  const link = await askForLink('ed@example.org')
  house.setTime(after(noon, LINK_LIFE))
  expect((await house.post(link, { name: 'Ed' })).statusCode).toBe(410)
  house.setTime(noon)
})

test('a newcomer is asked for a name, and the link still works after that', async () => {
  const link = await askForLink('flo@example.org')
  const nameless = await house.post(link, { name: '  ' })
  expect(nameless.statusCode).toBe(422)
  expect(nameless.body).toContain('Write your name')
  expect((await house.post(link, { name: 'Flo' })).statusCode).toBe(303)
})

test('whoever is known is not asked for a name, in whatever case the address is written', async () => {
  await house.post(await askForLink('gus@example.org'), { name: 'Gus' })
  house.setTime(after(noon, 2 * LINK_LIFE))
  await house.post('/sign-in', { email: 'Gus@Example.org' })
  const link = await askForLink('gus@example.org')
  expect((await house.get(link)).body).not.toContain('name="name"')
  expect((await house.post(link, {})).statusCode).toBe(303)
  house.setTime(noon)
})

test('the answer does not tell who is known, and a mailbox is not flooded', async () => {
  const bodies = []
  for (let time = 0; time < 5; time += 1)
    bodies.push((await house.post('/sign-in', { email: 'hal@example.org' })).body)
  expect(new Set(bodies).size).toBe(1)
  const letters = (await listMail(house.database.db, 100)).filter(
    (mail) => mail.recipient === 'hal@example.org',
  )
  expect(letters).toHaveLength(3)
})

test('nobody uses up the links of someone else', async () => {
  const askFrom = (remoteAddress: string) =>
    house.app.inject({
      method: 'POST',
      url: '/sign-in',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=ivo%40example.org',
    })
  const letters = async () =>
    (await listMail(house.database.db, 100)).filter((mail) => mail.recipient === 'ivo@example.org').length
  for (let time = 0; time < 5; time += 1) await askFrom('192.0.2.1')
  expect(await letters()).toBe(3)
  await askFrom('192.0.2.2')
  expect(await letters()).toBe(4)
  for (let place = 10; place < 40; place += 1) await askFrom(`192.0.2.${place}`)
  expect(await letters()).toBe(20)
})

test('a form that is badly filled in comes back with what was written', async () => {
  const answer = await house.post('/sign-in', { email: 'ina@', to: '/me' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('value="ina@"')
  expect(answer.body).toContain('value="/me"')
  expect(answer.body).toContain('href="#email"')
  const odd = await house.post('/sign-in', { email: 'ina@example.org', surprise: 'yes' })
  expect(odd.statusCode).toBe(422)
  expect(odd.body).toContain('surprise')
})

test('a session ends when idle, at its end, when signed out there, or everywhere', async () => {
  const { person, cookie } = await house.signInAs()
  const open = async (of = cookie) => (await house.get('/me', of)).statusCode === 200
  expect(await open()).toBe(true)
  house.setTime(after(noon, SESSION_IDLE))
  expect(await open()).toBe(false)
  house.setTime(noon)
  for (let at = 0; at < SESSION_LIFE; at += SESSION_IDLE / 2) {
    house.setTime(after(noon, at))
    expect(await open()).toBe(true)
  }
  house.setTime(after(noon, SESSION_LIFE))
  expect(await open()).toBe(false)
  house.setTime(noon)
  await endSessions(house.services, person)
  expect(await open()).toBe(false)
})

test('signing out everywhere ends the sessions of this person and of no other', async () => {
  const [jo, kim] = [await house.signInAs(), await house.signInAs()]
  expect((await house.post('/sign-out-everywhere', {}, jo.cookie)).statusCode).toBe(303)
  expect((await house.get('/me', jo.cookie)).headers.location).toBe('/sign-in?to=%2Fme')
  expect((await house.get('/me', kim.cookie)).statusCode).toBe(200)
})

test('no one ends a session of someone else', async () => {
  const [lea, max] = [await house.signInAs(), await house.signInAs()]
  const { rows } = await house.database.pool.query('select id from participants.session where person = $1', [
    lea.person,
  ])
  await house.post(`/me/sessions/${rows[0].id}/end`, {}, max.cookie)
  expect((await house.get('/me', lea.cookie)).statusCode).toBe(200)
})

test('neither links nor sessions can be taken out of the database', async () => {
  const link = await askForLink('nia@example.org')
  const secret = link.split('/').at(-1) ?? ''
  const { rows } = await house.database.pool.query(
    "select encode(token_hash, 'escape') as text from participants.sign_in_link union all select encode(token_hash, 'escape') from participants.session",
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ text }) => text.includes(secret))).toBe(false)
})

test('a form sent from another site does nothing', async () => {
  const { cookie } = await house.signInAs()
  const sent = await house.app.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { cookie, origin: 'https://evil.example' },
  })
  expect(sent.statusCode).toBe(403)
  expect((await house.get('/me', cookie)).statusCode).toBe(200)
})
