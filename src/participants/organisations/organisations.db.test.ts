import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { type SignedInPerson, type TestApp, testApp } from '../../testing.ts'
import { type OrganisationId, operator } from '../model.ts'
import { addOrganisation } from './add-organisation.ts'
import { addRepresentation } from './add-representation.ts'
import { mergeOrganisations } from './directory/merge-organisations.ts'
import { looseName } from './model.ts'
import { findOrganisationByName, listOrganisations } from './store.ts'

let house: TestApp
let root: SignedInPerson
const from = new Date('2026-02-01T00:00:00Z')

beforeAll(async () => {
  house = await testApp()
  root = await house.signInAs({ role: 'administrator', process: undefined })
})
afterAll(() => house.close())

async function organisation(name: string): Promise<OrganisationId> {
  const answer = await addOrganisation(house.services, operator, { name, group: 'users' })
  if (!('added' in answer)) throw new Error(`${name} was there before.`)
  return answer.added
}

async function speakerOf(organisation: OrganisationId, capacity: 'authorised-representative' | 'member') {
  const speaker = await house.signInAs()
  const period = { from, until: undefined, checkedHow: undefined }
  await addRepresentation(house.services, operator, {
    person: speaker.person,
    organisation,
    capacity,
    ...period,
  })
  return speaker
}

const change = (id: string, act: string, form: Record<string, string>) =>
  house.post(`/administration/organisations/${id}/${act}`, form, root.cookie)

test('an organisation that is renamed keeps its address, and is found under its former name', async () => {
  const id = await organisation('Réseau des Objets')
  const details = {
    name: 'Alliance des Objets',
    group: 'civil-society',
    country: 'fr',
    site: 'https://objets.example',
  }
  expect((await change(id, 'details', details)).statusCode).toBe(303)
  const page = await house.get('/organisations/reseau-des-objets')
  expect(page.body).toContain('<h1>Alliance des Objets</h1>')
  expect(page.body).toContain('Réseau des Objets (until Sunday 1 March 2026)')
  for (const told of ['France', 'objets.example', 'Civil society']) expect(page.body).toContain(told)
  expect((await house.get('/organisations?words=reseau')).body).not.toContain('Alliance des Objets')
  expect((await house.get('/organisations?words=r%C3%A9seau%20des')).body).toContain('Alliance des Objets')
  expect(await findOrganisationByName(house.services.db, ' réseau  DES objets.')).toBe(id)
})

test('what is badly filled in comes back with every word, and nothing changes', async () => {
  const id = await organisation('Badly Filled In')
  const details = { name: 'Kept Words', group: 'users', country: 'QQ', site: 'javascript:alert(1)' }
  const answer = await change(id, 'details', details)
  expect(answer.statusCode).toBe(422)
  for (const field of ['country', 'site']) expect(answer.body).toContain(`href="#${field}"`)
  for (const word of ['Kept Words', 'QQ', 'javascript:alert(1)']) expect(answer.body).toContain(word)
  expect((await house.get('/organisations/badly-filled-in')).body).toContain('<h1>Badly Filled In</h1>')
  await organisation('Taken Name')
  expect((await change(id, 'details', { name: 'taken  name', group: 'users' })).statusCode).toBe(422)
})

test('two that are one are merged: names, people and address lead to the one that stands', async () => {
  const [kept, lesser] = [await organisation('Sensor Makers'), await organisation('Sensor Makers, Inc.')]
  const speaker = await speakerOf(lesser, 'authorised-representative')
  const list = (await house.get('/administration/organisations', root.cookie)).body
  expect(list).toContain('Possibly the same')
  expect((await change(kept, 'merge', { double: 'nobody' })).statusCode).toBe(422)
  expect((await change(kept, 'merge', { double: 'Sensor Makers' })).statusCode).toBe(422)
  expect((await change(kept, 'merge', { double: 'sensor makers inc' })).statusCode).toBe(303)
  const moved = await house.get('/organisations/sensor-makers-inc')
  expect([moved.statusCode, moved.headers.location]).toEqual([301, '/organisations/sensor-makers'])
  const page = (await house.get('/organisations/sensor-makers')).body
  expect(page).toContain('Sensor Makers, Inc. (listed apart before)')
  expect(page).toContain('1 person is recorded')
  expect((await house.get('/me', speaker.cookie)).body).toContain('/organisations/sensor-makers"')
  expect(await findOrganisationByName(house.services.db, 'SENSOR MAKERS INC.')).toBe(kept)
  const both = await Promise.all([
    mergeOrganisations(house.services, operator, lesser, kept),
    mergeOrganisations(house.services, operator, kept, lesser),
  ])
  expect(both).toEqual(['merged-meanwhile', 'merged-meanwhile'])
})

test('only an administrator merges and renames', async () => {
  const id = await organisation('Left Alone')
  const secretariat = await house.signInAs({ role: 'secretariat', process: undefined })
  for (const act of ['details', 'spellings', 'merge']) {
    const answer = await house.post(`/administration/organisations/${id}/${act}`, {}, secretariat.cookie)
    expect(answer.statusCode, act).toBe(403)
  }
  const page = await house.get(`/administration/organisations/${id}`, secretariat.cookie)
  expect(page.body).not.toContain('/merge"')
})

test('a representative is named in public only while they say so', async () => {
  const id = await organisation('Shy Speakers')
  const [speaker, other] = [await speakerOf(id, 'authorised-representative'), await house.signInAs()]
  const { rows } = await house.database.pool.query(
    'select id from participants.representation where organisation = $1',
    [id],
  )
  const naming = `/me/representations/${rows[0].id}/naming`
  const page = async () => (await house.get('/organisations/shy-speakers')).body
  await house.post(naming, { named: 'yes' }, other.cookie)
  expect(await page()).not.toContain('Test Person')
  await house.post(naming, { named: 'yes' }, speaker.cookie)
  expect(await page()).toContain('Test Person')
  await house.post(naming, { named: 'no' }, speaker.cookie)
  expect(await page()).not.toContain('Test Person')
})

test('a coalition says who belongs to it, and only who speaks for the member confirms that', async () => {
  const [coalition, member] = [await organisation('Coalition of Users'), await organisation('Users of Ghent')]
  await change(coalition, 'details', { name: 'Coalition of Users', group: 'users', coalition: 'yes' })
  const speaker = await speakerOf(coalition, 'authorised-representative')
  const [memberSpeaker, employee] = [
    await speakerOf(member, 'authorised-representative'),
    await speakerOf(member, 'member'),
  ]
  const add = (name: string, cookie: string) =>
    house.post('/organisations/coalition-of-users/members', { member: name }, cookie)
  expect((await add('Users of Ghent', memberSpeaker.cookie)).statusCode).toBe(403)
  for (const name of ['Users of Nowhere', 'Coalition of Users']) {
    const answer = await add(name, speaker.cookie)
    expect([answer.statusCode, answer.body.includes(`value="${name}"`)]).toEqual([422, true])
  }
  expect((await add('users of ghent', speaker.cookie)).statusCode).toBe(303)
  expect((await add('Users of Ghent', root.cookie)).statusCode).toBe(422)
  const page = async (cookie?: string) => (await house.get('/organisations/users-of-ghent', cookie)).body
  expect(await page()).toContain('said by the coalition')
  expect(await page()).not.toContain('/memberships/')
  const confirm = /action="(\/memberships\/[^"]*\/confirm)"/.exec(await page(memberSpeaker.cookie))?.[1] ?? ''
  for (const stranger of [speaker, employee, root])
    expect((await house.post(confirm, {}, stranger.cookie)).statusCode).toBe(403)
  await house.post(confirm, {}, memberSpeaker.cookie)
  expect(await page()).toContain('confirmed by the member')
  await house.post(confirm.replace('confirm', 'end'), {}, memberSpeaker.cookie)
  expect(await page()).toContain('Sunday 1 March 2026 – Sunday 1 March 2026')
  await add('Users of Ghent', speaker.cookie)
  expect(await page()).toContain('said by the coalition')
  const refuse = /action="(\/memberships\/[^"]*\/end)"/.exec(await page(memberSpeaker.cookie))?.[1] ?? ''
  await house.post(refuse, {}, memberSpeaker.cookie)
  for (const slug of ['users-of-ghent', 'coalition-of-users'])
    expect((await house.get(`/organisations/${slug}`)).body).not.toContain('said by the coalition')
  const { rows } = await house.database.pool.query(
    "select kind from record.entry where kind like 'coalition-member-%' order by written",
  )
  expect(rows.map(({ kind }) => kind.slice(17)).sort()).toEqual([
    ...['added', 'added', 'confirmed', 'ended', 'ended'],
  ])
})

const spelt = sharedData('organisations/organization_categories.csv')

test.skipIf(!spelt)(
  '1,032 organisations as researchers spelt them are listed once each, and likely doubles are named',
  async () => {
    const file = readFileSync(spelt ?? '', 'utf8')
    const rows: Record<string, string>[] = parse(file, { columns: true, bom: true, relax_column_count: true })
    expect(rows).toHaveLength(1032)
    let twice = 0
    for (const { name = '' } of rows) {
      if (name.trim() === '') continue
      const answer = await addOrganisation(house.services, operator, { name: name.trim(), group: 'users' })
      if ('refused' in answer) twice += 1
    }
    const all = await listOrganisations(house.services.db)
    const alike = [...Map.groupBy(all, ({ name }) => looseName(name)).values()].filter(
      (one) => one.length > 1,
    )
    expect(twice).toBeGreaterThan(0)
    expect(alike.length).toBeGreaterThan(0)
    for (const { name, id } of all.slice(0, 200))
      expect(await findOrganisationByName(house.services.db, `  ${name.toUpperCase()} `), name).toBe(id)
  },
)
