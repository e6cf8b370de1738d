import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldIn, openSummaries } from './testing.ts'

type Said = Awaited<ReturnType<typeof house.say>>
let house: Awaited<ReturnType<typeof openSummaries>>
let maker: Said
let user: Said

beforeAll(async () => {
  house = await openSummaries()
  maker = await house.say(
    'We oppose ten years of security updates.',
    { positions: { 1: 'oppose' } },
    'private-sector',
  )
  user = await house.say('Users want security updates, but cheap ones.', {
    positions: { 1: ['support-with-condition', 'cheap devices'] },
  })
})
afterAll(() => house.house.close())

const page = async (url: string, who = house.ada) => (await house.get(url, who)).body
const sentences = async () =>
  [...(await page(house.draft)).matchAll(/id="sentence-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
const entries = async () =>
  (await house.db.selectFrom('record.entry').select('kind').orderBy('written').execute()).map(
    ({ kind }) => kind,
  )

test('the public reads no draft, and analysts no page of an issue that is not there', async () => {
  expect((await house.get(house.draft)).statusCode).toBe(303)
  expect((await house.get(`${house.base}/1`)).statusCode).toBe(404)
  expect((await house.get(`${house.base}/99/draft`, house.ada)).statusCode).toBe(404)
  expect(await page(house.base)).toContain('No summary is published yet')
})

test('a first draft quotes each position, and each group that holds it', async () => {
  expect((await house.send(`${house.draft}/extract`, {}, house.ada)).statusCode).toBe(303)
  const body = await page(house.draft)
  expect(body).toContain('“We oppose ten years of security updates.”')
  expect(body).toContain('“Users want security updates, but cheap ones.”')
  expect(body).toContain('Rests on 1 excerpt')
  expect((await house.send(`${house.draft}/extract`, {}, house.ada)).statusCode).toBe(409)
  for (const id of await sentences())
    expect(
      (await house.send(`${house.draft}/sentences/${id}/delete`, { seen: '1' }, house.ada)).statusCode,
    ).toBe(303)
})

test('a sentence is written, and its flags stand beside it in plain words', async () => {
  expect((await house.add('Users want security updates for 20 years.', [user.excerpt])).statusCode).toBe(303)
  const body = await page(house.draft)
  expect(body).toContain('numbers that stand in no excerpt: 20.')
  expect(body).toContain('of which the sentence does not speak: cheap devices')
  expect(body).toContain('no excerpt of this position is cited: Oppose')
  expect(body).toMatch(/is cited nowhere, and has 1 excerpt on this issue/)
})

test('no words are lost where a sentence is empty, too long, or rests on an excerpt of another process', async () => {
  expect((await house.add('  ', [user.excerpt])).statusCode).toBe(422)
  const long = `Begin ${'x'.repeat(100_000)} end`
  const answer = await house.add(long, [])
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('xx end')
  const strange = await house.add('Kept words.', ['018e0000-0000-7000-8000-000000000001' as never])
  expect(strange.statusCode).toBe(422)
  expect(strange.body).toContain('Kept words.')
  expect((await house.add('Kept too.', ['nonsense' as never])).statusCode).toBe(422)
})

test('of two editors at once neither loses a word', async () => {
  const [id = ''] = await sentences()
  const path = `${house.draft}/sentences/${id}`
  const form = { seen: fieldIn(await page(path), 'seen'), cites: user.excerpt }
  const first = { ...form, text: 'Users want cheap security updates.' }
  expect((await house.send(path, first, house.ada)).statusCode).toBe(303)
  const second = await house.send(path, { ...form, text: 'Users ask for updates.' }, house.grace)
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('Users ask for updates.')
  expect(second.body).toContain('Users want cheap security updates.')
  expect((await house.send(`${path}/delete`, { seen: form.seen }, house.grace)).statusCode).toBe(409)
  expect(await page(house.draft)).toContain('Users want cheap security updates.')
})

test('sentences are moved, and a deleted one comes back to be added anew', async () => {
  await house.add('Makers oppose ten years.', [maker.excerpt])
  const [first = '', second = ''] = await sentences()
  await house.send(`${house.draft}/sentences/${second}/move`, { to: 'up' }, house.ada)
  expect(await sentences()).toEqual([second, first])
  await house.send(`${house.draft}/sentences/${second}/move`, { to: 'down' }, house.ada)
  const gone = '018e0000-0000-7000-8000-000000000009'
  const answer = await house.send(`${house.draft}/sentences/${gone}`, { text: 'Mine.', seen: '1' }, house.ada)
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('Mine.')
  expect(answer.body).toContain(`${house.draft}/sentences/new`)
})

test('only a chair publishes, in spite of flags only with a reason, which everybody reads', async () => {
  expect((await house.get(`${house.draft}/publish`, house.ada)).statusCode).toBe(403)
  await house.add('Ten people like cats.', [])
  expect((await house.publish({ inSpite: '' })).statusCode).toBe(422)
  expect((await house.publish({ until: '2020-01-01' })).statusCode).toBe(422)
  expect((await house.publish({ until: 'soon' })).statusCode).toBe(422)
  expect((await house.publish({ seen: '0' })).statusCode).toBe(409)
  expect((await house.publish({ inSpite: 'The cats were <b>meant</b>.' })).statusCode).toBe(303)
  const body = await page(`${house.base}/1`)
  expect(body).toContain('The cats were &lt;b>meant&lt;/b>.')
  expect(body).toContain('Users want cheap security updates.')
  expect(body).toContain(`href="/comments/${user.number}"`)
  expect(body).toContain('It may be contested until')
  expect(await entries()).toContain('summary-published')
})

test('programs and spreadsheets read what is published', async () => {
  const json = await house.house.app.inject({ url: `/api${house.base}` })
  expect(json.json().list[0].sentences[0]).toMatchObject({
    text: 'Users want cheap security updates.',
    citations: [{ footnote: 1, comment: user.number, position: 'support-with-condition', words: user.words }],
  })
  const csv = await house.get(`${house.base}.csv`)
  expect(csv.body).toContain(user.words)
})

test('a commenter contests with the comment key, a moderator lets it be read, and it is answered in public', async () => {
  expect((await house.get(`/comments/${user.number}/contests`)).headers.location).toContain('leads=contests')
  const wrong = await house.send(`/comments/${user.number}/contests`, { words: 'Kept.' }, user.holder)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Kept.')
  expect((await house.contest(user, 'I never said <i>cheap</i>.')).statusCode).toBe(303)
  expect((await house.contest(user, 'Other words.')).statusCode).toBe(409)
  const [id = ''] = await house.contestIds()
  const own = `/requests/${house.request.docket}/contests/${id}`
  expect(await page(`${house.base}/1`)).toContain('The words are being screened.')
  expect(await page(`${house.base}/1`)).not.toContain('never said')
  await house.send(`${own}/screening`, { seen: 'screening', act: 'post' }, house.moderator)
  expect(await page(`${house.base}/1`)).toContain('I never said &lt;i>cheap&lt;/i>.')
  const seen = fieldIn(await page(own), 'seen')
  const form = { seen, act: 'not-uphold', answer: '' }
  expect((await house.send(own, form, house.ada)).statusCode).toBe(422)
  expect((await house.send(own, { ...form, answer: 'It stands in your words.' }, house.ada)).statusCode).toBe(
    303,
  )
  expect(await page(`${house.base}/1`)).toContain('It stands in your words.')
  expect((await house.send(own, { ...form, answer: 'Again.' }, house.grace)).statusCode).toBe(409)
})

test('an upheld contest publishes a version with the sentence corrected, and the old one stays readable', async () => {
  await house.contest(maker, 'We said: not for ten years.')
  const id = (await house.contestIds()).at(-1) ?? ''
  const own = `/requests/${house.request.docket}/contests/${id}`
  const seen = fieldIn(await page(own), 'seen')
  const form = { seen, act: 'uphold', answer: 'You are right.', cites: maker.excerpt }
  const same = await house.send(own, { ...form, text: 'Makers oppose ten years.' }, house.ada)
  expect(same.statusCode).toBe(422)
  const corrected = { ...form, text: 'Makers oppose ten years of security updates.' }
  expect((await house.send(own, corrected, house.ada)).statusCode).toBe(303)
  const now = await page(`${house.base}/1`)
  expect(now).toContain('Version 2')
  expect(now).toContain('Corrected in version 2')
  expect(now).toContain('What changed since version 1')
  expect(now).toMatch(/<ins[^>]*>.*of security updates/s)
  expect(now).toContain('You are right.')
  const before = await page(`${house.base}/1/versions/1`)
  expect(before).toContain('Makers oppose ten years.')
  expect(before).toContain('This is not the newest version.')
  expect(await page(house.draft)).toContain('Makers oppose ten years of security updates.')
  expect(await entries()).toEqual(
    expect.arrayContaining(['contest-made', 'contest-upheld', 'summary-corrected']),
  )
})

test('a contest after the date is taken, and marked as late', async () => {
  house.house.setTime(new Date('2026-03-09T12:00:00Z'))
  expect((await house.contest(maker, 'Too late?', -1)).statusCode).toBe(303)
  const id = (await house.contestIds()).at(-1) ?? ''
  await house.send(
    `/requests/EX-2026-0001/contests/${id}/screening`,
    { seen: 'screening', act: 'post' },
    house.moderator,
  )
  expect(await page(`${house.base}/1`)).toMatch(/late.*Too late\?/s)
})

test('what is withheld afterwards vanishes from citations, quotations, contests, JSON and CSV at once', async () => {
  await house.add(`Some say “${maker.words}”.`, [maker.excerpt])
  house.house.setTime(new Date('2026-03-10T12:00:00Z'))
  await house.publish({ until: '2026-07-01' })
  expect(await page(`${house.base}/1`)).toContain(`“${maker.words}”`)
  await house.decide(maker.number, { seen: 'posted', act: 'withhold', reason: 'spam' })
  const urls = [
    `${house.base}/1`,
    `${house.base}/1/versions/1`,
    `/api${house.base}`,
    `${house.base}.csv`,
    house.draft,
  ]
  const all = (await Promise.all(urls.map((url) => page(url)))).join('\n')
  expect(all).not.toContain('We oppose ten years')
  expect(all).not.toContain('Too late?')
  expect(all).not.toContain(maker.number)
  expect(await page(`${house.base}/1`)).toContain('The words of this citation are no longer public.')
  expect(await page(`${house.base}/1`)).toContain('Some say “[…].”.')
})
