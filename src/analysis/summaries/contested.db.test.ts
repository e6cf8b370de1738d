import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentId } from '../../docket/index.ts'
import { eraseFromSummaries } from './erasing/store.ts'
import { fieldIn, openSummaries } from './testing.ts'

type Said = Awaited<ReturnType<typeof house.say>>
let house: Awaited<ReturnType<typeof openSummaries>>
let maker: Said
let user: Said

beforeAll(async () => {
  house = await openSummaries()
  maker = await house.say('We oppose ten years.', { positions: { 1: 'oppose' } }, 'private-sector')
  user = await house.say('Cheap updates for us all.', { positions: { 1: 'support' } })
  await house.add('Makers oppose ten years.', [maker.excerpt])
  await house.publish()
})
afterAll(() => house.house.close())

const page = async (url: string, who?: typeof house.ada) => (await house.get(url, who ?? house.ada)).body
const toAll = async (url: string) => (await house.get(url)).body
const latest = async () => (await house.contestIds()).at(-1) ?? ''
const own = (id: string) => `/requests/${house.request.docket}/contests/${id}`
const answers = async (id: string, form: Record<string, string>, who = house.ada) => {
  const seen = fieldIn(await page(own(id)), 'seen')
  return house.send(own(id), { seen, ...form }, who)
}
const detailOf = async (id: string) => {
  const { rows } = await sql<{ detail: object }>`select detail from record.entry
    where about_id = ${id}::uuid order by written desc limit 1`.execute(house.db)
  return rows[0]?.detail
}

test('whoever published the version does not judge what is contested in it', async () => {
  await house.contest(maker, 'We said more than that.')
  const id = await latest()
  const shown = await page(own(id), house.chair)
  expect(shown).toContain('You published the version that is contested: somebody else answers this contest.')
  expect(shown).not.toContain('name="answer"')
  const refused = await answers(id, { act: 'not-uphold', answer: 'It stands.' }, house.chair)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('somebody else must answer')
  expect((await answers(id, { act: 'not-uphold', answer: 'It stands.' })).statusCode).toBe(303)
  expect(await page(`${house.base}/1`)).not.toContain('Answered by whoever published')
})

test('where nobody else could answer, the publisher does, and page and record say so', async () => {
  await house.contest(user, 'You cite me nowhere.')
  const id = await latest()
  const others = () => house.db.selectFrom('participants.role').where('person', '<>', house.chair.person)
  const held = await others().selectAll().execute()
  await house.db.deleteFrom('participants.role').where('person', '<>', house.chair.person).execute()
  expect(await page(own(id), house.chair)).toContain('Your answer will say so.')
  const seen = fieldIn(await page(own(id), house.chair), 'seen')
  const form = { seen, act: 'uphold', answer: 'Quite right: qxanswerqx.', text: 'Users want cheap updates.' }
  expect((await house.send(own(id), { ...form, cites: user.excerpt }, house.chair)).statusCode).toBe(303)
  expect(await toAll(`${house.base}/1`)).toContain('Answered by whoever published')
  expect(await detailOf(id)).toMatchObject({ publisher: true })
  await house.db.insertInto('participants.role').values(held).execute()
})

test('who says that they are cited nowhere is upheld by a sentence of their own', async () => {
  const shown = await toAll(`${house.base}/1`)
  expect(shown).toContain('Users want cheap updates.')
  expect(shown).toContain('Corrected in version 2')
  expect(shown).toContain('qxanswerqx')
  expect(await page(house.draft)).toContain('Users want cheap updates.')
})

test('what a contest was answered goes from its version too, once the comment is withheld or erased', async () => {
  const urls = [`${house.base}/1`, `${house.base}/1/versions/2`, `/api${house.base}`]
  const all = async () => (await Promise.all(urls.map(toAll))).join()
  expect(await all()).toContain('qxanswerqx')
  await house.decide(user.number, { seen: 'posted', act: 'withhold', reason: 'spam' })
  expect(await all()).not.toContain('qxanswerqx')
  await house.decide(user.number, { seen: 'withheld' })
  expect(await all()).toContain('qxanswerqx')
  const { id } = await house.read(user.number)
  await house.db.transaction().execute((tx) => eraseFromSummaries(tx, [id as CommentId]))
  expect(await all()).not.toContain('qxanswerqx')
  const kept = await house.db.selectFrom('analysis.summary_version').select('changes').execute()
  expect(JSON.stringify(kept)).not.toContain('qxanswerqx')
})

test('an excerpt that a summary cites is not deleted, and its coder is told where it is cited', async () => {
  const path = `/comments/${maker.number}/coding/excerpts/${maker.excerpt}/delete`
  const refused = await house.send(path, {}, house.ada)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('A summary cites this excerpt')
  expect(refused.body).toContain(`href="${house.base}"`)
  const free = await house.mark(house.ada, maker.number, 'ten years', { positions: { 1: 'oppose' } })
  expect(
    (await house.send(`/comments/${maker.number}/coding/excerpts/${free}/delete`, {}, house.ada)).statusCode,
  ).toBe(303)
})

test('what a second coder has still to read is in no draft, and no flag tells what the first one said', async () => {
  await house.done(house.ada, maker.number)
  const late = await house.say('Never, says the qxsecretqx.', { positions: { 1: 'neutral' } }, 'academia')
  await house.done(house.ada, late.number)
  expect(await page(house.draft)).toContain('no excerpt of this position is cited: Neutral')
  await house.share(100)
  for (const who of [house.ada, house.grace, house.chair]) {
    const draft = await page(house.draft, who)
    expect(draft).not.toContain('Neutral')
    expect(draft).not.toContain('Academia is cited nowhere')
    expect(await page(`${house.draft}/sentences/new`, who)).not.toContain('qxsecretqx')
  }
  expect((await house.add('Some say never.', [late.excerpt])).statusCode).toBe(422)
  await house.share(0)
  expect((await house.add('Some say never.', [late.excerpt])).statusCode).toBe(303)
})
