import { afterAll, expect, test } from 'vitest'
import { listEntriesAbout } from '../../record/index.ts'
import { openSignatories, text } from './testing.ts'

const { house, db, request, take, post, mail, linkTo, lettersTo, nameless, later } = await openSignatories()
afterAll(house.close)

const page = async (number: string) => text((await house.get(`/comments/${number}`)).body)
const press = (link: string, act: string, cookie?: string) => house.post(link, { act }, cookie)
const idOf = async (number: string) =>
  (await db.selectFrom('docket.comment').select('id').where('number', '=', number).executeTakeFirstOrThrow())
    .id

test('each that is named is asked by mail, and shown as named, confirmed, or not at all', async () => {
  const { number } = await take({
    signatories: [
      { name: 'Users of Ghent', country: 'BE', email: 'ghent@example.org' },
      { name: 'Makers of Lyon', email: 'lyon@example.org' },
      { name: 'Silent Society' },
    ],
  })
  expect(await mail()).toBe(2)
  expect(await mail()).toBe(0)
  const [ghent, lyon] = [await linkTo('ghent@example.org'), await linkTo('lyon@example.org')]
  expect(text((await house.get(ghent)).body)).toContain('Ten years, says number')
  await post(number)
  expect(await page(number)).toContain('Joint comment of 4 organisations; none confirmed')
  expect((await press(ghent, 'confirm')).body).toContain('Users of Ghent signs comment')
  await press(ghent, 'confirm')
  expect((await press(lyon, 'refuse')).body).toContain('is not shown any more')
  const shown = await page(number)
  expect(shown).toContain('Joint comment of 3 organisations; 1 confirmed')
  expect(shown).toContain('Users of Ghent (Belgium) confirmed by e-mail')
  expect(shown).toContain('Silent Society named by the sender, not confirmed')
  expect(shown).toContain('One organisation that was named said that it does not sign.')
  expect(shown).not.toContain('Makers of Lyon')
  const { joint, signatories, signatoriesRefused } = (await house.get(`/api/comments/${number}`)).json()
  expect(joint).toEqual({ organisations: 3, confirmed: 1 })
  expect(signatories).toEqual([
    { name: 'Users of Ghent', country: 'BE', verification: 'e-mail' },
    { name: 'Silent Society', country: null, verification: 'none' },
  ])
  expect(signatoriesRefused).toBe(1)
  expect(text((await house.get(`/requests/${request.docket}/comments?joint=only`)).body)).toContain(
    'joint, 3 (1 confirmed)',
  )
  const entries = await listEntriesAbout(db, await idOf(number))
  expect(entries.map(({ kind }) => kind)).toEqual([
    'comment-received',
    'comment-posted',
    'signatory-confirmed',
    'signatory-refused',
  ])
  expect(JSON.stringify(entries)).not.toMatch(/Ghent|Lyon/)
  await press(ghent, 'withdraw')
  expect(await page(number)).toContain('One organisation took its signature back.')
})

test('a page that is opened answers nothing, nor does a link that was never sent', async () => {
  await take({ signatories: [{ name: 'Openers', email: 'open@example.org' }] })
  await mail()
  const link = await linkTo('open@example.org')
  await house.get(link)
  await press(link, 'dance')
  const row = db.selectFrom('docket.signatory').select('state').where('email', '=', 'open@example.org')
  expect((await row.executeTakeFirstOrThrow()).state).toBe('named')
  expect((await press('/sign/made-up', 'confirm')).statusCode).toBe(410)
})

test('who signs a comment without its name, or a confidential one, is shown to nobody', async () => {
  const signatories = [{ name: 'Hidden House', email: 'hidden@example.org' }]
  const { number } = await take({ signatories, answers: nameless('Nameless words.') })
  await post(number)
  await mail()
  await press(await linkTo('hidden@example.org'), 'confirm')
  for (const url of [
    `/comments/${number}`,
    `/api/comments/${number}`,
    `/requests/${request.docket}/comments`,
    `/requests/${request.docket}/dataset/comments.csv`,
    `/requests/${request.docket}/comments?joint=only`,
  ])
    expect((await house.get(url)).body, url).not.toContain('Hidden House')
  expect((await house.get(`/comments/${number}/sign`)).statusCode).toBe(404)
  expect((await house.get(`/api/requests/${request.docket}/comments?joint=only`)).body).not.toContain(number)
})

test('who speaks for the organisation here confirms for it, and the name leads to its page', async () => {
  const speaker = await house.signInAs()
  const organisation = crypto.randomUUID()
  await house.database.pool.query(
    `insert into participants.organisation (id, name, stakeholder_group, slug, added_at)
     values ($1, 'Keys United', 'users', 'keys-united', '2026-01-01')`,
    [organisation],
  )
  await house.database.pool.query(
    `insert into participants.representation (id, person, organisation, capacity, from_at)
     values ($1, $2, $3, 'authorised-representative', '2026-01-01')`,
    [crypto.randomUUID(), speaker.person, organisation],
  )
  const { number } = await take({ signatories: [{ name: 'Keys  united' }] })
  await post(number)
  const seen = await house.get(`/comments/${number}`, speaker.cookie)
  const action = /action="(\/comments\/[^"]*\/answer)"/.exec(seen.body)?.[1] ?? ''
  expect((await house.post(action, { act: 'confirm' })).statusCode).not.toBe(303)
  const other = await house.signInAs()
  expect((await house.post(action, { act: 'confirm' }, other.cookie)).statusCode).toBe(403)
  expect((await house.post(action, { act: 'confirm' }, speaker.cookie)).statusCode).toBe(303)
  const shown = (await house.get(`/comments/${number}`)).body
  expect(shown).toContain('href="/organisations/keys-united"')
  expect(text(shown)).toContain('confirmed by the organisation')
  expect((await house.get('/organisations/keys-united')).body).toContain(number)
})

test('one address gets few letters a day, however many comments name it', async () => {
  later(24 * 3)
  for (let at = 0; at < 5; at += 1)
    await take({ signatories: [{ name: `Flooded ${at}`, email: 'flood@example.org' }] })
  await mail()
  expect(await lettersTo('flood@example.org')).toHaveLength(3)
  later(24 * 4 + 1)
  await mail()
  expect(await lettersTo('flood@example.org')).toHaveLength(5)
})

test('a comment from a file asks nobody, nor one that was withdrawn', async () => {
  await take({ channel: 'bulk-import', signatories: [{ name: 'Filed', email: 'filed@example.org' }] })
  const { number } = await take({ signatories: [{ name: 'Gone', email: 'gone@example.org' }] })
  await db
    .updateTable('docket.comment')
    .set({ withdrawn_at: house.services.clock.now() })
    .where('number', '=', number)
    .execute()
  await mail()
  expect([...(await lettersTo('filed@example.org')), ...(await lettersTo('gone@example.org'))]).toEqual([])
})
