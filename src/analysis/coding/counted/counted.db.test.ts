import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CodeId } from '../../codebook/model.ts'
import { openBench } from '../testing.ts'
import { listCountedCodings } from './store.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let code: CodeId

beforeAll(async () => {
  bench = await openBench()
  code = await bench.code('Anything')
})
afterAll(() => bench.house.close())

const counted = (more = {}) => listCountedCodings(bench.db, { process: bench.process, limit: 100, ...more })

test('what counts is listed with its words, by issue and by code, page by page', async () => {
  const number = await bench.post(['Ten years. Or never.'], { group: 'academia', country: 'FR' })
  const first = await bench.mark(bench.ada, number, 'Ten years', { codes: [code] })
  bench.house.setTime(new Date('2026-03-02T12:00:00Z'))
  const second = await bench.mark(bench.ada, number, 'Or never', {
    positions: { 2: ['support-with-condition', 'voluntary'] },
  })
  expect(await counted()).toMatchObject([
    {
      excerpt: first,
      words: 'Ten years',
      codes: [code],
      stakeholderGroup: 'academia',
      country: 'FR',
      number,
    },
    {
      excerpt: second,
      words: 'Or never',
      positions: [{ position: 'support-with-condition', condition: 'voluntary' }],
    },
  ])
  expect(await counted({ code })).toHaveLength(1)
  expect(await counted({ issue: bench.issues[1]?.id })).toMatchObject([{ excerpt: second }])
  expect(await counted({ issue: bench.issues[0]?.id })).toEqual([])
  expect(await counted({ after: first })).toHaveLength(1)
  expect(await counted({ limit: 1 })).toHaveLength(1)
})

test('a second coder is shown nothing of a comment that they are at or may still take', async () => {
  await bench.share(100)
  const number = await bench.post(['Not for Grace yet.'])
  await bench.mark(bench.ada, number, 'Not for Grace', { codes: [code] })
  await bench.done(bench.ada, number)
  const words = async (who: typeof bench.ada | undefined) =>
    (await counted({ blindTo: who?.person })).map((one) => one.words)
  expect(await words(bench.grace)).not.toContain('Not for Grace')
  await bench.take(bench.grace, number)
  expect(await words(bench.grace)).not.toContain('Not for Grace')
  expect(await words(bench.ada)).toContain('Not for Grace')
  expect(await words(undefined)).toContain('Not for Grace')
  await bench.done(bench.grace, number)
  expect(await words(bench.chair)).not.toContain('Not for Grace')
})

test('what is withheld is not among them', async () => {
  const number = await bench.post(['Soon withheld.'])
  await bench.mark(bench.ada, number, 'Soon withheld', { codes: [code] })
  await bench.decide(number, { seen: 'posted', act: 'withhold', reason: 'spam' })
  expect((await counted()).map((one) => one.words)).not.toContain('Soon withheld')
})

test('what its sender replaced is not counted beside what takes its place', async () => {
  const [first, second] = [await bench.post(['Replaced words.']), await bench.post(['New words.'])]
  await bench.mark(bench.ada, first, 'Replaced words', { codes: [code] })
  expect((await counted()).map((one) => one.words)).toContain('Replaced words')
  await sql`update docket.comment set superseded_as = 'correction', superseded_by =
    (select id from docket.comment where number = ${second}) where number = ${first}`.execute(bench.db)
  expect((await counted()).map((one) => one.words)).not.toContain('Replaced words')
})
