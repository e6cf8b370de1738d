import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedInPerson, type TestApp, testApp } from '../../testing.ts'

let house: TestApp
let root: SignedInPerson
const everywhere = undefined

beforeAll(async () => {
  house = await testApp()
  root = await house.signInAs({ role: 'administrator', process: everywhere })
})
afterAll(() => house.close())

const rolesOf = async (person: string) => {
  const { rows } = await house.database.pool.query(
    'select role, process_id from participants.role where person = $1',
    [person],
  )
  return rows.map(({ role, process_id }) => `${role} ${process_id ?? 'everywhere'}`)
}
/** How many entries of each kind the record has. */
const told = async (...kinds: string[]) => {
  const { rows } = await house.database.pool.query('select kind from record.entry')
  return kinds.map((kind) => rows.filter((row) => row.kind === kind).length)
}

test('an administrator gives a role and takes it back, and the record tells both', async () => {
  const { person, cookie } = await house.signInAs()
  const process = '018e0000-0000-7000-8000-000000000001'
  const [given = 0, taken = 0] = await told('role-given', 'role-taken')
  await house.post(`/people/${person}/roles`, { role: 'moderator', process }, root.cookie)
  await house.post(`/people/${person}/roles`, { role: 'secretariat', process: '' }, root.cookie)
  expect((await rolesOf(person)).sort()).toEqual([`moderator ${process}`, 'secretariat everywhere'])
  expect((await house.get('/administration/organisations', cookie)).statusCode).toBe(200)
  await house.post(`/people/${person}/roles/take`, { role: 'secretariat', process: '' }, root.cookie)
  expect(await rolesOf(person)).toEqual([`moderator ${process}`])
  expect((await house.get('/administration/organisations', cookie)).statusCode).toBe(403)
  expect(await told('role-given', 'role-taken')).toEqual([given + 2, taken + 1])
})

test('a role held already is not given twice, and an administrator of one process is not made', async () => {
  const { person } = await house.signInAs({ role: 'chair', process: everywhere })
  const before = await told('role-given')
  const twice = await house.post(`/people/${person}/roles`, { role: 'chair' }, root.cookie)
  expect(twice.statusCode).toBe(422)
  expect(twice.body).toContain('holds this role there already')
  const process = '018e0000-0000-7000-8000-000000000001'
  const bounded = await house.post(`/people/${person}/roles`, { role: 'administrator', process }, root.cookie)
  expect(bounded.statusCode).toBe(422)
  expect(bounded.body).toContain(process)
  expect(await told('role-given')).toEqual(before)
})

test('the last administrator stays one, even when two are taken at the same moment', async () => {
  const { rows } = await house.database.pool.query(
    "select person from participants.role where role = 'administrator'",
  )
  const all = rows.map(({ person }) => String(person))
  expect(all.length).toBe(2)
  const take = (person: string) =>
    house.post(`/people/${person}/roles/take`, { role: 'administrator', process: '' }, root.cookie)
  await Promise.all(all.map(take))
  const left = (await Promise.all(all.map(rolesOf))).flat().filter((role) => role.startsWith('administrator'))
  expect(left).toHaveLength(1)
  await house.database.pool.query(
    "insert into participants.role (person, role, given_at) values ($1, 'administrator', now()) on conflict do nothing",
    [root.person],
  )
})

test('an organisation gets a representative for a time, checked by someone, and the period can be ended', async () => {
  const added = await house.post(
    '/administration/organisations',
    { name: 'Sensor Makers', group: 'private-sector' },
    root.cookie,
  )
  const place = String(added.headers.location)
  expect(place).toMatch(/^\/administration\/organisations\/[0-9a-f-]{36}$/)
  const again = await house.post(
    '/administration/organisations',
    { name: 'sensor makers', group: 'users' },
    root.cookie,
  )
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('value="sensor makers"')
  const { rows } = await house.database.pool.query('select email from participants.person where id = $1', [
    root.person,
  ])
  const form = { person: rows[0].email, capacity: 'authorised-representative', from: '2026-02-01', until: '' }
  const made = await house.post(`${place}/representations`, { ...form, checkedHow: 'letter' }, root.cookie)
  expect(made.statusCode).toBe(303)
  const page = (await house.get(place, root.cookie)).body
  expect(page).toContain('by Test Person, Sunday 1 March 2026: letter')
  expect((await house.get('/me', root.cookie)).body).toContain('Sensor Makers')
  const end = /action="([^"]*\/end)"/.exec(page)?.[1] ?? ''
  await house.post(end, {}, root.cookie)
  expect((await house.get(place, root.cookie)).body).not.toContain('/end"')
  expect(await told('representation-added', 'representation-ended')).toEqual([1, 1])
})

test('a representative who is unknown, or a period that no calendar has, is asked for again', async () => {
  const added = await house.post(
    '/administration/organisations',
    { name: 'Users United', group: 'users' },
    root.cookie,
  )
  const wrong = { person: 'who@example.org', from: '2026-02-30', until: '2026-01-01', checkedHow: 'by phone' }
  const answer = await house.post(`${added.headers.location}/representations`, wrong, root.cookie)
  expect(answer.statusCode).toBe(422)
  for (const field of ['person', 'capacity', 'from']) expect(answer.body).toContain(`href="#${field}"`)
  expect(answer.body).toContain('value="by phone"')
})

test('the mailbox shows letters whose links can be followed, and is not there once mail goes out', async () => {
  await house.post('/sign-in', { email: 'olga@example.org' })
  const list = (await house.get('/mailbox', root.cookie)).body
  const letter = await house.get(/\/mailbox\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '', root.cookie)
  expect(letter.body).toMatch(/<a class="govuk-link" href="http:\/\/localhost:3000\/sign-in\/[\w-]{43}">/)
  const other = await testApp({ mailbox: false })
  const { cookie } = await other.signInAs({ role: 'administrator', process: everywhere })
  expect((await other.get('/mailbox', cookie)).statusCode).toBe(404)
  await other.close()
})

test('ids of other kinds and no ids at all are answered in peace', async () => {
  for (const url of [
    '/people/x',
    `/people/${crypto.randomUUID()}`,
    '/administration/organisations/1',
    '/mailbox/%00',
  ]) {
    expect([400, 404]).toContain((await house.get(url, root.cookie)).statusCode)
  }
})
