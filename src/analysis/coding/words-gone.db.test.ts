import { afterAll, beforeAll, expect, test } from 'vitest'
import { erasePerson } from '../../participants/index.ts'
import { followPosted } from './carrying/keep-carrying.ts'
import { usesOf } from './codings/uses.ts'
import { eraseCoded } from './erasing/erase-coded.ts'
import type { ExcerptId } from './model.ts'
import { openBench } from './testing.ts'

const secret = 'qxcanaryqx'
const field = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

let bench: Awaited<ReturnType<typeof openBench>>
let code: Awaited<ReturnType<typeof bench.code>>
let moderator: Awaited<ReturnType<typeof bench.hire>>
let at = 0

beforeAll(async () => {
  bench = await openBench()
  code = await bench.code('Anything')
  moderator = await bench.hire('secretariat')
})
afterAll(() => bench.house.close())

async function redact(number: string, words: string): Promise<void> {
  at += 1
  bench.house.setTime(new Date(Date.UTC(2026, 2, 2, at)))
  const desk = `/comments/${number}/redaction`
  await bench.send(`${desk}/marks`, { words, reason: 'personal-information' }, moderator)
  const { body } = await bench.get(desk, moderator)
  const form = { seen: field(body, 'seen'), marks: field(body, 'marks') }
  expect((await bench.send(`${desk}/post`, form, moderator)).statusCode).toBe(303)
  await followPosted(bench.house.services)
}

const pages = (number: string) => [
  `/comments/${number}/coding`,
  `/processes/devices/codebook/${code}/excerpts`,
  '/requests/EX-2026-0001/coding/lost',
  '/requests/EX-2026-0001/coding',
]

async function shown(number: string): Promise<string> {
  const all = await Promise.all(pages(number).map((url) => bench.get(url, bench.ada)))
  return all.map(({ body }) => body).join('\n')
}

test('an excerpt goes along to a new text where its words stand once, and the words that are gone show nowhere', async () => {
  const number = await bench.post([`I live at ${secret} street.\n\nTen years of updates. Again and again.`])
  const kept = await bench.mark(bench.ada, number, 'Ten years of updates', { codes: [code] })
  const lost = await bench.mark(bench.ada, number, `${secret} street`, { codes: [code] })
  expect(await shown(number)).toContain(secret)
  await redact(number, `${secret} street`)
  const excerpts = await bench.excerpts(number)
  expect(excerpts.map(({ id, words }) => [id, words])).toEqual([[kept, 'Ten years of updates']])
  const after = await shown(number)
  expect(after).not.toContain(secret)
  expect(after).toContain('Ten years of updates')
  expect(after).toContain(`${number}: 1 excerpt`)
  const form = { codes: code }
  expect((await bench.send(`/comments/${number}/coding/excerpts/${lost}`, form, bench.ada)).statusCode).toBe(
    409,
  )
})

test('words that stand twice in the new text wait, since nobody can know which of them was meant', async () => {
  const number = await bench.post(['Hide me. Same.\n\nSame.'])
  const page = await bench.get(`/comments/${number}/coding`, bench.ada)
  expect(page.statusCode).toBe(200)
  await bench.mark(bench.ada, number, 'Same.', { codes: [code] })
  await redact(number, 'Hide me')
  expect(await bench.excerpts(number)).toEqual([])
})

test('a withheld comment shows its excerpts nowhere, and shows them again once it is posted again', async () => {
  const number = await bench.post([`Quite ${secret} here.`])
  await bench.mark(bench.ada, number, `Quite ${secret}`, { codes: [code] })
  await bench.decide(number, { seen: 'posted', act: 'withhold', reason: 'spam' })
  expect(await shown(number)).not.toContain(secret)
  expect((await bench.get(`/comments/${number}/coding`, bench.ada)).statusCode).toBe(404)
  await bench.decide(number, { seen: 'withheld', act: 'post' })
  await followPosted(bench.house.services)
  expect(await shown(number)).toContain(secret)
})

test('an erased comment leaves neither excerpt nor reading', async () => {
  const number = await bench.post(['To be erased.'])
  const excerpt: ExcerptId = await bench.mark(bench.ada, number, 'To be erased', { codes: [code] })
  const { id } = await bench.read(number)
  await bench.db.transaction().execute((tx) => eraseCoded(tx, [id]))
  const { db } = bench
  expect(
    await db.selectFrom('analysis.coding').select('id').where('excerpt_id', '=', excerpt).execute(),
  ).toEqual([])
  expect(
    await db.selectFrom('analysis.reading').select('state').where('comment_id', '=', id).execute(),
  ).toEqual([])
  expect((await usesOf(db).countUses(bench.process)).get(code)).toBeGreaterThan(0)
})

test('a coder whose name was erased is called so, and nothing breaks', async () => {
  const number = await bench.post(['By somebody who leaves.'])
  const leaver = await bench.hire('analyst')
  await bench.mark(leaver, number, 'By somebody', { codes: [code] })
  await bench.done(leaver, number)
  const erased = { reason: 'asked-for', by: undefined, at: bench.house.services.clock.now() }
  await bench.db.transaction().execute((tx) => erasePerson(tx, leaver.person, erased))
  const page = await bench.get(`/comments/${number}/coding`, bench.ada)
  expect(page.body).toContain('somebody whose name was erased')
  expect((await bench.get(`/processes/devices/codebook/${code}`, bench.ada)).statusCode).toBe(200)
})
