import { afterAll, expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import { findSignatureIds } from './erasing/store.ts'
import { openSignatories, text } from './testing.ts'

const { house, db, request, take, post, mail, linkTo, lettersTo } = await openSignatories()
afterAll(house.close)

const page = async (number: string) => text((await house.get(`/comments/${number}`)).body)
const idOf = async (name: string) =>
  (await db.selectFrom('docket.signatory').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

test('the sender adds, asks once more, removes, and nobody else does', async () => {
  const { number, cookie } = await take({ signatories: [{ name: 'Users', email: 'users@example.org' }] })
  const own = `/comments/${number}/signatories`
  expect((await house.get(own)).statusCode).toBe(303)
  expect((await house.post(own, { act: 'add', name: 'Makers' })).statusCode).not.toBe(200)
  const wrong = await house.post(own, { act: 'add', name: 'Makers', email: 'nowhere' }, cookie)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="nowhere"')
  const added = await house.post(own, { act: 'add', name: 'Makers', email: 'makers@example.org' }, cookie)
  expect(text(added.body)).toContain('A letter will go out.')
  expect((await house.post(own, { act: 'add', name: 'USERS' }, cookie)).statusCode).toBe(409)
  await mail()
  const again = { act: `again:${await idOf('Makers')}` }
  expect((await house.post(own, again, cookie)).statusCode).toBe(200)
  await mail()
  expect((await house.post(own, again, cookie)).statusCode).toBe(409)
  await house.post(own, { act: `remove:${await idOf('Makers')}` }, cookie)
  await post(number)
  expect(await page(number)).not.toContain('Makers')
})

test('another organisation joins by mail, once the sender accepts, while the request is open', async () => {
  const { number, cookie } = await take({ signatories: [{ name: 'First' }] })
  await post(number)
  const join = `/comments/${number}/sign`
  expect((await house.post(join, { name: 'Joiners', email: '' })).statusCode).toBe(422)
  expect((await house.post(join, { name: 'Joiners', email: 'join@example.org' })).statusCode).toBe(200)
  await mail()
  expect(await page(number)).not.toContain('Joiners')
  await house.post(await linkTo('join@example.org'), { act: 'offer' })
  expect(await page(number)).not.toContain('Joiners')
  await house.post(`/comments/${number}/signatories`, { act: `accept:${await idOf('Joiners')}` }, cookie)
  expect(await page(number)).toContain('Joiners confirmed by e-mail')
  house.setTime(after(request.deadline.at, 1000))
  expect((await house.get(join)).statusCode).toBe(404)
})

test('a moderator sees the names, and keeps one from the public for a reason', async () => {
  const { number } = await take({ signatories: [{ name: 'Loose Talkers' }] })
  const moderator = await house.signInAs({ role: 'moderator', process: request.processId })
  expect((await house.get(`/comments/${number}/moderation`, moderator.cookie)).body).toContain(
    'Loose Talkers',
  )
  await post(number)
  const withhold = `/comments/${number}/moderation/signatories`
  expect((await house.get(withhold)).statusCode).not.toBe(200)
  const signatory = await idOf('Loose Talkers')
  expect((await house.post(withhold, { signatory, reason: '' }, moderator.cookie)).statusCode).toBe(422)
  expect((await house.post(withhold, { signatory, reason: 'off-topic' }, moderator.cookie)).statusCode).toBe(
    303,
  )
  const shown = await page(number)
  expect(shown).not.toContain('Loose Talkers')
  expect(shown).toContain('One name is withheld by the moderators.')
  const log = `/processes/${request.docket.toLowerCase()}/moderation-log`
  const logged = text((await house.get(log)).body)
  expect(logged).toMatch(new RegExp(`A name under a joint comment withheld +${number} +Off topic`))
  expect((await house.get(`${log}.csv`)).body).toContain(`withhold,signatory,${number},off-topic`)
  const back = { signatory, act: 'show' }
  expect((await house.get(withhold, moderator.cookie)).body).toContain('Publish “Loose Talkers” again')
  expect((await house.post(withhold, back)).statusCode).not.toBe(200)
  expect((await house.post(withhold, back, moderator.cookie)).statusCode).toBe(303)
  expect((await house.post(withhold, back, moderator.cookie)).statusCode).toBe(422)
  expect(await page(number)).toContain('Loose Talkers')
  expect(text((await house.get(log)).body)).toContain('A name under a joint comment published again')
  const kinds = await db
    .selectFrom('record.entry')
    .select('kind')
    .where('kind', 'like', 'signatory-%')
    .execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['signatory-withheld', 'signatory-shown']),
  )
})

test('a name that was confirmed is confirmed when it is published again', async () => {
  const { number } = await take({ signatories: [{ name: 'Sure Ones', email: 'sure@example.org' }] })
  const moderator = await house.signInAs({ role: 'moderator', process: request.processId })
  await post(number)
  await mail()
  await house.post(await linkTo('sure@example.org'), { act: 'confirm' })
  const form = { signatory: await idOf('Sure Ones'), reason: 'off-topic' }
  const path = `/comments/${number}/moderation/signatories`
  await house.post(path, form, moderator.cookie)
  expect(await page(number)).not.toContain('Sure Ones')
  await house.post(path, { ...form, act: 'show' }, moderator.cookie)
  expect(await page(number)).toContain('Sure Ones confirmed by e-mail')
})

test('an erased signature leaves no name, no address, and no words in the log', async () => {
  await take({ signatories: [{ name: 'Stays' }, { name: 'Forgotten', email: 'forget@example.org' }] })
  const ids = await findSignatureIds(db, 'Forget@example.org')
  expect(ids).toHaveLength(1)
  const admin = await house.signInAs({ role: 'administrator', process: undefined })
  const form = { what: 'forget@example.org', reason: 'asked-for', confirm: 'forget@example.org' }
  expect((await house.post('/erase', form, admin.cookie)).statusCode).toBe(200)
  expect(await findSignatureIds(db, 'forget@example.org')).toEqual([])
  const { rows } = await house.database.pool.query('select name, email from docket.signatory where id = $1', [
    ids[0],
  ])
  expect(rows).toEqual([{ name: null, email: null }])
  const leaf = await house.database.pool.query(
    "select kind from record.entry where kind = 'signatory-erased'",
  )
  expect(leaf.rows).toHaveLength(1)
})

test('who asks whether an address was used is told where it signs, and says no by the link', async () => {
  const named = { name: 'Asked Abroad', email: 'abroad@example.org' }
  const { number } = await take({ signatories: [named, { name: 'Others', email: 'others@example.org' }] })
  await post(number)
  await house.post('/was-my-name-used', { email: 'Abroad@example.org' })
  const letter = (await lettersTo('Abroad@example.org')).at(-1) ?? ''
  expect(letter).toContain('One joint comment names this address')
  expect(letter).toContain(
    `${number}\non “How long should a device be updated?”\nAsked Abroad: named by the sender`,
  )
  expect(letter).not.toContain('Others')
  const link = await linkTo('Abroad@example.org')
  expect((await house.get(link)).body).toContain('Asked Abroad')
  await house.post(link, { act: 'refuse' })
  expect(await page(number)).not.toContain('Asked Abroad')
  house.setTime(after(request.deadline.at, 7_200_000))
  await house.post('/was-my-name-used', { email: 'Abroad@example.org' })
  expect((await lettersTo('Abroad@example.org')).at(-1)).not.toContain('joint comment')
})
