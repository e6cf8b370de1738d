import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { openBench } from '../coding/testing.ts'
import { publishMap } from '../map/publishing/publish-map.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let number = ''
beforeAll(async () => {
  bench = await openBench()
  number = await bench.post(['Ten years of updates, if repair stays legal.\n\nAnd a date on the box.'])
})
afterAll(() => bench?.house.close())

type Who = Parameters<typeof bench.get>[1]
const publicPage = async () => (await bench.get(`/comments/${number}`)).body
const reading = async (who?: Who) => bench.get(`/comments/${number}/reading`, who)

test('where nobody codes, a comment says nothing of analysts', async () => {
  expect(await publicPage()).not.toContain('What it led to')
})

test('a comment says whether it waits, is being read, or was read', async () => {
  const other = await bench.post(['See you.'])
  await bench.take(bench.ada, other)
  expect(await publicPage()).toContain('No analyst has read it yet.')
  await bench.mark(bench.ada, number, 'Ten years of updates', {
    positions: { 1: ['support-with-condition', 'repair stays legal'] },
  })
  expect(await publicPage()).toContain('An analyst is reading it.')
  await bench.done(bench.ada, number)
  expect(await publicPage()).toContain('An analyst has read it, and 1 passage of it counts.')
})

test('how it was read is for those on the bench, until the map is published', async () => {
  expect((await reading()).statusCode).toBe(404)
  expect(await publicPage()).not.toContain('How it was read')
  expect((await reading(bench.ada)).body).toContain('repair stays legal')
  const { db, request } = bench
  await publishMap(db, { ...guest, person: bench.chair.person }, request, bench.house.services.clock.now())
  expect(await publicPage()).toContain(`href="/comments/${number}/reading"`)
  const { body } = await reading()
  expect(body).toContain('<mark class="parley-quoted">Ten years of updates</mark>')
  expect(body).toContain('Support with a condition')
  expect(body).toContain(`href="/comments/${number}#`)
})

test('who may be the second coder of a comment does not see how the first one read it', async () => {
  await bench.share(100)
  const { body } = await reading(bench.grace)
  expect(body).toContain('No passage is coded')
  expect(body).not.toContain('repair stays legal')
  expect((await reading(bench.ada)).body).toContain('repair stays legal')
})

test('nor does anybody signed out, since that may be the second coder', async () => {
  expect((await reading()).body).not.toContain('repair stays legal')
  const page = await publicPage()
  expect(page).toContain('A second one is to read it too')
  expect(page).not.toContain('passage')
  expect(page).not.toContain(`href="/comments/${number}/reading"`)
  await bench.share(0)
  expect((await reading()).body).toContain('repair stays legal')
})

test('a comment that is withheld, or is none, is shown to nobody as read', async () => {
  expect((await bench.get('/comments/NONE-1/reading')).statusCode).toBe(404)
  await bench.decide(number, { seen: 'posted', act: 'withhold', reason: 'spam' })
  expect((await reading()).statusCode).toBe(404)
  expect(await publicPage()).not.toContain('What it led to')
})
