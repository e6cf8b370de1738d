import { afterAll, expect, test } from 'vitest'
import { addOrganisation, addRepresentation, operator } from '../../../participants/index.ts'
import { listEntriesAbout } from '../../../record/index.ts'
import { openClaims } from '../testing.ts'

const { house, db, request, take, post } = await openClaims()
afterAll(house.close)

test('who speaks for an organisation confirms a comment in its name; nobody else can', async () => {
  const number = await take({ particulars: { name: 'Ada', organisation: 'example  sensors ltd' } })
  await post(number)
  const speaker = await house.signInAs()
  const stranger = await house.signInAs()
  const added = await addOrganisation(house.services, operator, {
    name: 'Example Sensors Ltd',
    group: 'users',
  })
  if (!('added' in added)) throw new Error('The organisation was there before.')
  const organisation = added.added
  await addRepresentation(house.services, operator, {
    person: speaker.person,
    organisation,
    capacity: 'authorised-representative',
    from: request.opensAt,
    until: undefined,
    checkedHow: undefined,
  })
  const path = `/comments/${number}`
  expect((await house.get(path)).body).not.toContain(`${path}/vouch`)
  expect((await house.get(path, stranger.cookie)).body).not.toContain(`${path}/vouch`)
  expect((await house.post(`${path}/vouch`, {}, stranger.cookie)).statusCode).toBe(403)
  expect((await house.post(`${path}/vouch`, {})).statusCode).toBe(403)
  expect((await house.get(path, speaker.cookie)).body).toContain('Confirm for Example Sensors Ltd')
  expect((await house.post(`${path}/vouch`, {}, speaker.cookie)).statusCode).toBe(303)
  const { body } = await house.get(path, speaker.cookie)
  expect(body).toContain('organisation confirmed')
  expect(body).not.toContain(`${path}/vouch`)
  const { id } = await db
    .selectFrom('docket.comment')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const entries = await listEntriesAbout(db, id)
  expect(entries.at(-1)).toMatchObject({ kind: 'comment-sender-confirmed', by: speaker.person, organisation })
})
