import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../deliberations/testing.ts'

let bench: Awaited<ReturnType<typeof openHouse>>
let here: string
beforeAll(async () => {
  bench = await openHouse()
  here = await bench.announce()
})
afterAll(() => bench.house.close())

const get = (url: string, cookie?: string) => bench.house.get(url, cookie)
const post = (url: string, form: Readonly<Record<string, string>>, cookie?: string) =>
  bench.house.post(url, form, cookie)
const desk = (url: string) => get(url, bench.secretary.cookie)
const statements = async () => (await get(`${here}/statements`)).body

test('the convenor posts many at once, each with its number, and the same words only once', async () => {
  const answer = await bench.seed(
    here,
    'Updates for ten years.\n\n Labels  must\tsay so. \nUpdates for ten years.\nHalten: يجب 🛠️',
    '1',
  )
  expect(answer.body).toContain('3 statements were posted.')
  const again = await bench.seed(here, 'Updates for ten years.')
  expect(again.body).toContain('Nothing was added. One was there already.')
  const body = await statements()
  expect(body).toContain('id="s3"')
  expect(body).toContain('Labels must say so.')
  expect(body).toContain('issue 1: Support period')
  expect(body).not.toContain('id="s4"')
})

test('a line that is too long comes back with every word, and nothing is posted', async () => {
  const long = 'é'.repeat(1001)
  const answer = await bench.seed(here, `Good.\n${long}`)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('more than 1,000 characters: 2.')
  expect(answer.body).toContain(long)
  expect((await bench.seed(here, '🛠'.repeat(1000))).body).toContain('One statement was posted.')
})

test('what a participant proposes waits for a moderator, and nobody else reads it', async () => {
  expect((await post(`${here}/propose`, { text: ' ' })).statusCode).toBe(422)
  const answer = await post(`${here}/propose`, { text: 'Canary proposal to withhold.', issue: '' })
  expect(answer.body).toContain('appears once a moderator has posted it')
  await post(`${here}/propose`, { text: 'A proposal to post.', issue: '' })
  for (const url of [here, `${here}/statements`, `${here}/statements.csv`])
    expect((await get(url)).body).not.toContain('roposal to')
  expect((await desk(`${here}/moderation`)).body).toContain('Canary proposal to withhold.')
  expect((await get(`${here}/moderation`)).statusCode).toBe(303)
})

test('nothing is withheld without a reason, and the public log says which', async () => {
  const decide = (statement: number, form: Readonly<Record<string, string>>) =>
    post(`${here}/statements/${statement}/decision`, form, bench.secretary.cookie)
  const bare = await decide(5, { seen: 'pending', act: 'withhold', reason: '' })
  expect(bare.statusCode).toBe(422)
  expect((await decide(5, { seen: 'pending', act: 'withhold', reason: 'off-topic' })).statusCode).toBe(303)
  expect((await decide(6, { seen: 'pending', act: 'post' })).statusCode).toBe(303)
  expect((await decide(6, { seen: 'pending', act: 'post' })).statusCode).toBe(409)
  const log = (await get('/processes/devices/moderation-log')).body
  expect(log).toContain('EX-D1-S5')
  expect(log).not.toContain('Canary')
  const body = await statements()
  expect(body).toContain('A proposal to post.')
  expect(body).not.toContain('Canary')
})

test('an edit makes a new statement, and the old one is marked and linked', async () => {
  const path = `${here}/statements/1/reword`
  expect((await get(path)).statusCode).toBe(303)
  expect((await desk(path)).body).toContain('Updates for ten years.')
  const said = await post(path, { text: 'Labels must say so.' }, bench.secretary.cookie)
  expect(said.statusCode).toBe(409)
  const done = await post(path, { text: 'Updates for at least ten years.' }, bench.secretary.cookie)
  expect(done.headers.location).toBe(`${here}/statements#s7`)
  const body = await statements()
  expect(body).toContain('replaced by statement 7')
  expect(body).toContain('takes the place of 1')
  expect((await desk(path)).statusCode).toBe(404)
})

test('a spreadsheet gets the statements, and runs none of them', async () => {
  await bench.seed(here, '=HYPERLINK("x")')
  const csv = (await get(`${here}/statements.csv`)).body
  expect(csv).toContain('statement,text,origin,source,issue,at,replaces,replaced_by,sha256')
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
})

test('in a deliberation for some, others propose nothing, and are told why', async () => {
  const closed = await bench.announce({ electorate: 'allow-list', allowed: 'ada@example.org' })
  expect((await post(`${closed}/propose`, { text: 'Kept words.' })).statusCode).toBe(403)
  const somebody = await bench.house.signInAs()
  const answer = await post(`${closed}/propose`, { text: 'Kept words.' }, somebody.cookie)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('not on the list')
  expect(answer.body).toContain('Kept words.')
})
