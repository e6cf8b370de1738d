import { afterAll, expect, test } from 'vitest'
import { addOrganisation, addRepresentation, operator } from '../../participants/index.ts'
import { openClaims } from '../claims/testing.ts'

const { house, db, request, take, post } = await openClaims()
afterAll(house.close)

const page = '/organisations/example-sensors-ltd'

test('an organisation’s page keeps what it confirmed apart from what is only sent in its name', async () => {
  const added = await addOrganisation(house.services, operator, {
    name: 'Example Sensors Ltd',
    group: 'users',
  })
  if (!('added' in added)) throw new Error('The organisation was there before.')
  const speaker = await house.signInAs()
  await addRepresentation(house.services, operator, {
    person: speaker.person,
    organisation: added.added,
    capacity: 'authorised-representative',
    from: request.opensAt,
    until: undefined,
    checkedHow: undefined,
  })
  const particulars = { name: 'Ada', organisation: 'EXAMPLE  Sensors, Ltd.' }
  const [one, two, screened] = [
    await take({ particulars }),
    await take({ particulars }),
    await take({ particulars }),
  ]
  for (const number of [one, two]) await post(number)
  await house.post(`/comments/${one}/vouch`, {}, speaker.cookie)
  const { body } = await house.get(page)
  const [confirmed = '', said = ''] = body.split('Sent in its name, not confirmed')
  expect(confirmed).toContain(one)
  expect(confirmed).not.toContain(two)
  expect(said).toContain(two)
  expect(body).not.toContain(screened)
  expect((await house.get(`/comments/${one}`)).body).toContain(`href="${page}"`)
  expect((await house.get(`/comments/${two}`)).body).not.toContain(`href="${page}"`)
})

test('no comment without its name leads to an organisation, whoever vouched for it before', async () => {
  const particulars = { name: 'Ada', organisation: 'Example Sensors Ltd' }
  const nameless = await take({ particulars, answers: [{ text: 'Hm.', publication: 'without-name' }] })
  const secret = await take({ particulars, answers: [{ text: 'Hm.', publication: 'confidential' }] })
  const withdrawn = await take({ particulars })
  for (const number of [nameless, secret, withdrawn]) await post(number)
  await db
    .updateTable('docket.comment')
    .set({ withdrawn_at: request.opensAt })
    .where('number', '=', withdrawn)
    .execute()
  const { body } = await house.get(page)
  for (const number of [nameless, secret, withdrawn]) expect(body).not.toContain(number)
})

test('a representative confirms what was sent under a spelling that the office added; a member does not', async () => {
  const root = await house.signInAs({ role: 'administrator', process: undefined })
  const added = await addOrganisation(house.services, operator, { name: 'Bureau of Locks', group: 'users' })
  if (!('added' in added)) throw new Error('The organisation was there before.')
  const period = { from: request.opensAt, until: undefined, checkedHow: undefined }
  const [speaker, member] = [await house.signInAs(), await house.signInAs()]
  const link = { organisation: added.added, ...period }
  await addRepresentation(house.services, operator, {
    ...link,
    person: speaker.person,
    capacity: 'authorised-representative',
  })
  await addRepresentation(house.services, operator, { ...link, person: member.person, capacity: 'member' })
  const number = await take({ particulars: { name: 'Ada', organisation: 'B.o.L.' } })
  await post(number)
  const vouch = (cookie: string) => house.post(`/comments/${number}/vouch`, {}, cookie)
  expect((await vouch(speaker.cookie)).statusCode).toBe(403)
  await house.post(
    `/administration/organisations/${added.added}/spellings`,
    { spelling: 'b o l' },
    root.cookie,
  )
  expect((await vouch(member.cookie)).statusCode).toBe(403)
  expect((await vouch(speaker.cookie)).statusCode).toBe(303)
  expect((await house.get('/organisations/bureau-of-locks')).body).toContain(number)
})
