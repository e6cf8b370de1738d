import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listMail } from '../../platform/mail/index.ts'
import { after } from '../../platform/time.ts'
import { type SignedInPerson, type TestApp, testApp } from '../../testing.ts'
import { CHALLENGE_LIFE } from './model.ts'
import { testDevice } from './testing-device.ts'

let house: TestApp
let places = 0
let place = ''
const noon = new Date('2026-03-01T12:00:00Z')

beforeAll(async () => {
  house = await testApp()
})
afterAll(() => house.close())
beforeEach(() => {
  places += 1
  place = `127.0.3.${places}`
})

const send = (url: string, payload: object, cookie = '') =>
  house.app.inject({ method: 'POST', url, payload, remoteAddress: place, headers: { cookie } })
const challengeFor = async (url: string, cookie?: string) =>
  (await send(`${url}/options`, {}, cookie)).json<{ challenge: string }>().challenge

type Device = ReturnType<typeof testDevice>

async function add(person: SignedInPerson, device: Device, name = 'Phone') {
  const challenge = await challengeFor('/me/passkeys', person.cookie)
  return send('/me/passkeys', { name, response: device.create(challenge) }, person.cookie)
}
const signIn = async (device: Device, counter = 0) =>
  send('/sign-in/passkey', {
    to: '/me',
    response: device.get(await challengeFor('/sign-in/passkey'), counter),
  })

const lettersTo = async (person: string) => {
  const { rows } = await house.database.pool.query('select email from participants.person where id = $1', [
    person,
  ])
  return (await listMail(house.database.db, 200)).filter(({ recipient }) => recipient === rows[0].email)
}

describe('a passkey', () => {
  test('is added, signs in, is told by mail and in the record, and signs in no more once removed', async () => {
    const [person, device] = [await house.signInAs(), testDevice()]
    expect((await add(person, device)).statusCode).toBe(201)
    const entered = await signIn(device)
    expect([entered.statusCode, entered.json()]).toEqual([200, { signedIn: true, next: '/me' }])
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const me = (await house.get('/me', cookie)).body
    expect(me).toContain('Phone')
    const remove = /action="(\/me\/passkeys\/[^"]*\/remove)"/.exec(me)?.[1] ?? ''
    const other = await house.signInAs()
    await house.post(remove, {}, other.cookie)
    expect((await signIn(device)).statusCode).toBe(200)
    await house.post(remove, {}, cookie)
    expect((await signIn(device)).statusCode).toBe(401)
    expect((await lettersTo(person.person)).map(({ subject }) => subject.split(' ')[3]).sort()).toEqual([
      'added',
      'removed',
    ])
    const { rows } = await house.database.pool.query(
      "select kind from record.entry where about_id = $1 and kind like 'passkey-%' order by written",
      [person.person],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['passkey-added', 'passkey-removed'])
  })

  test('of one person is nobody else’s', async () => {
    const [person, other, device] = [await house.signInAs(), await house.signInAs(), testDevice()]
    await add(person, device)
    expect((await add(other, device)).json()).toEqual({ added: 'known-already' })
    const challenge = await challengeFor('/me/passkeys', person.cookie)
    const taken = await send(
      '/me/passkeys',
      { name: 'Taken', response: testDevice().create(challenge) },
      other.cookie,
    )
    expect(taken.json()).toEqual({ added: 'not-proven' })
  })
})

describe('no one is signed in', () => {
  test('by an answer that is sent again, or too late', async () => {
    const [person, device] = [await house.signInAs(), testDevice()]
    await add(person, device)
    const answer = { response: device.get(await challengeFor('/sign-in/passkey')) }
    const both = await Promise.all([send('/sign-in/passkey', answer), send('/sign-in/passkey', answer)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
    const late = { response: device.get(await challengeFor('/sign-in/passkey')) }
    house.setTime(after(noon, CHALLENGE_LIFE))
    expect((await send('/sign-in/passkey', late)).statusCode).toBe(401)
    house.setTime(noon)
  })

  test('by an answer that was made for another site', async () => {
    const [person, device] = [await house.signInAs(), testDevice('https://evil.example')]
    expect((await add(person, device)).statusCode).toBe(409)
    expect((await signIn(device)).statusCode).toBe(401)
  })

  test('by a challenge that we never gave, one of another kind, or a key that we do not know', async () => {
    const [person, device] = [await house.signInAs(), testDevice()]
    await add(person, device)
    const own = Buffer.alloc(32, 1).toString('base64url')
    const adding = await challengeFor('/me/passkeys', person.cookie)
    for (const challenge of [own, adding])
      expect((await send('/sign-in/passkey', { response: device.get(challenge) })).statusCode).toBe(401)
    expect((await signIn(testDevice())).statusCode).toBe(401)
    expect((await send('/sign-in/passkey', { response: { id: 'x' } })).statusCode).toBeLessThan(500)
  })

  test('by a key whose counter falls back, which a copy would', async () => {
    const [person, device] = [await house.signInAs(), testDevice()]
    await add(person, device)
    expect((await signIn(device, 5)).statusCode).toBe(200)
    for (const counter of [5, 4]) expect((await signIn(device, counter)).statusCode).toBe(401)
    expect((await signIn(device, 6)).statusCode).toBe(200)
  })
})

test('the sign-in page names no key and no person, and the mailed link stands there too', async () => {
  const options = (await send('/sign-in/passkey/options', {})).json<Record<string, unknown>>()
  expect(options['allowCredentials'] ?? []).toEqual([])
  const page = (await house.get('/sign-in')).body
  expect(page).toContain('name="email"')
  expect(page).toContain('<noscript>')
})
