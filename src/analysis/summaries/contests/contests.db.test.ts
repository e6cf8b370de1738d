import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPerson } from '../../../participants/index.ts'
import { followPosted } from '../../coding/carrying/keep-carrying.ts'
import { fieldIn, openSummaries } from '../testing.ts'
import { type ContestNews, contestLetter } from './contest-letter.ts'

type Said = Awaited<ReturnType<typeof house.say>>
let house: Awaited<ReturnType<typeof openSummaries>>
let maker: Said
let user: Said

beforeAll(async () => {
  house = await openSummaries()
  maker = await house.say('We oppose ten years of updates.', { positions: { 1: 'oppose' } })
  user = await house.say('We at qxstreetqx want ten years.', { positions: { 1: 'support' } })
  await house.add('Some oppose “ten years of updates”, others “at qxstreetqx want ten years”.', [
    maker.excerpt,
    user.excerpt,
  ])
  await house.publish()
})
afterAll(() => house.house.close())

const origin = 'https://parley.example'
const toAll = async () => (await house.get(`${house.base}/1`)).body
const latest = async () => (await house.contestIds()).at(-1) ?? ''
const own = (id: string) => `/requests/${house.request.docket}/contests/${id}`
const letter = async (contest: string, news: ContestNews) =>
  contestLetter(house.db, origin, { contest, news })
const screens = (id: string, form: Record<string, string>) =>
  house.send(`${own(id)}/screening`, form, house.moderator)
const addressOf = async ({ number }: Said) => {
  const { id } = await house.read(number)
  const sender = await house.db
    .selectFrom('docket.particulars')
    .select('email')
    .where('comment_id', '=', id)
    .executeTakeFirstOrThrow()
  return sender.email ?? ''
}

test('words that a moderator withholds are read by nobody but those who answer, and their sender is told why', async () => {
  await house.contest(maker, 'You qxrudeqx people!')
  const id = await latest()
  expect((await screens(id, { seen: 'screening', act: 'withhold', reason: '' })).statusCode).toBe(422)
  const withheld = await screens(id, { seen: 'screening', act: 'withhold', reason: 'off-topic' })
  expect(withheld.statusCode).toBe(303)
  const json = (await house.house.app.inject({ url: `/api${house.base}` })).body
  for (const shown of [await toAll(), json]) expect(shown).not.toContain('qxrudeqx')
  expect(await toAll()).toContain('The words are withheld. Reason: ')
  expect((await house.get(own(id), house.ada)).body).toContain('qxrudeqx')
  const told = await letter(id, 'withheld')
  expect(told?.to).toBe(await addressOf(maker))
  expect(told?.body).toMatch(/Reason: \S/)
  expect(told?.body).not.toContain('qxrudeqx')
  expect((await screens(id, { seen: 'screening', act: 'post' })).statusCode).toBe(409)
  expect(await letter(id, 'upheld')).toBeUndefined()
})

test('whoever contested gets the answer by letter, with the address at which it stands', async () => {
  const id = await latest()
  const seen = fieldIn((await house.get(own(id), house.ada)).body, 'seen')
  await house.send(own(id), { seen, act: 'not-uphold', answer: 'It is what you wrote.' }, house.ada)
  const told = await letter(id, 'not-upheld')
  expect(told?.subject).toContain(maker.number)
  expect(told?.body).toContain('It is what you wrote.')
  expect(told?.body).toContain(`${origin}${house.base}/1#contest-${id}`)
  expect(await letter(id, 'withheld')).toBeDefined()
})

test('a signed-in sender contests without the comment key, and nobody else does', async () => {
  const page = `/comments/${user.number}/contests`
  const [sender, stranger] = [await house.house.signInAs(), await house.house.signInAs()]
  const { email } = (await findPerson(house.db, sender.person)) ?? {}
  const { id } = await house.read(user.number)
  await house.db.updateTable('docket.particulars').set({ email }).where('comment_id', '=', id).execute()
  const shown = (await house.get(page, sender)).body
  expect(shown).toContain('What do you contest?')
  const about = /type="radio"[^>]*value="([^"]+)"/.exec(shown)?.[1] ?? ''
  expect((await house.send(page, { about, words: 'Mine too.' }, stranger)).statusCode).toBe(403)
  expect((await house.send(page, { about, words: 'Not for me.' }, sender)).statusCode).toBe(303)
  expect((await house.get(page, sender)).body).toContain('Not for me.')
})

test('of two excerpts that a sentence quotes, only the words of the redacted one go', async () => {
  house.house.setTime(new Date('2026-03-02T12:00:00Z'))
  const desk = `/comments/${user.number}/redaction`
  await house.send(`${desk}/marks`, { words: 'qxstreetqx', reason: 'personal-information' }, house.moderator)
  const { body } = await house.get(desk, house.moderator)
  const form = { seen: fieldIn(body, 'seen'), marks: fieldIn(body, 'marks') }
  expect((await house.send(`${desk}/post`, form, house.moderator)).statusCode).toBe(303)
  for (const carry of [false, true]) {
    if (carry) await followPosted(house.house.services)
    const shown = await toAll()
    expect(shown).not.toContain('qxstreetqx')
    expect(shown).toContain('Some oppose “ten years of updates”, others “[…]”.')
    expect(shown).toContain(`/comments/${maker.number}`)
  }
})
