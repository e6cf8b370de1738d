import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFindingCampaigns } from '../../../campaigns/finding/keep-finding.ts'
import { openBench } from '../../testing.ts'
import { sortQueues } from './keep-turns.ts'
import { setDoubts } from './store.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.house.close())

const queue = '/requests/EX-2026-0001/coding'
const next = async (who: typeof bench.ada) =>
  String((await bench.send(queue, {}, who)).headers.location).split('/')[2] ?? ''

const letter = (name: string, thing: string) =>
  `My name is ${name}. I write to ask that every ${thing} maker promise ten years of updates on its box, in plain words that my mother can read, and that the promise be kept by law in each country where it is sold.`

/** Finds campaigns until nothing is left to read, and gives each comment its turn. */
async function sortAll() {
  const finding = keepFindingCampaigns(bench.house.services, (line) => expect(line).toBe(''))
  for (;;) {
    const left = await bench.db.selectFrom('analysis.to_read').select('comment_id').execute()
    const found = await bench.db.selectFrom('analysis.finding').select('read_at').executeTakeFirst()
    if (found?.read_at && left.length === 0) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await finding.stop()
  await sortQueues(bench.db)
}

describe('the turn of a comment', () => {
  test('is first for who stands for the largest campaign, then by doubt, then by arrival; copies come last', async () => {
    const lone = await bench.post(['A lone remark about the length of support for cars.'])
    const small = [await bench.post([letter('Ann', 'phone')]), await bench.post([letter('Bob', 'phone')])]
    const large = []
    for (const name of ['Cid', 'Dan', 'Eve', 'Fay'])
      large.push(await bench.post([`${letter(name, 'oven').split('').reverse().join('')}`]))
    const unsure = await bench.post(['Another remark, about labels and who prints them.'])
    await sortAll()
    const { id } = await bench.read(unsure)
    await bench.db.transaction().execute((tx) => setDoubts(tx, [{ id, doubt: 0.9 }]))
    const page = (await bench.get(queue, bench.ada)).body
    expect(page).toContain('First come 2 that stand for a campaign each')
    expect(page).toContain('Last come 4 copies in campaigns')

    const order: string[] = []
    for (let at = 0; at < 8; at += 1) order.push(await next(at % 2 === 0 ? bench.ada : bench.grace))
    expect(large).toContain(order[0])
    expect(small).toContain(order[1])
    expect(order.slice(2, 4)).toEqual([unsure, lone])
    expect(new Set(order.slice(4))).toEqual(
      new Set([...small, ...large].filter((number) => !order.slice(0, 2).includes(number))),
    )
    expect(await next(bench.ada)).toBe('EX-2026-0001')
  })

  test('never comes for a comment that its sender replaced', async () => {
    const [first, second] = [await bench.post(['Ten yaers.']), await bench.post(['Ten years.'])]
    await sql`update docket.comment set superseded_as = 'correction', superseded_by =
      (select id from docket.comment where number = ${second}) where number = ${first}`.execute(bench.db)
    expect(await next(bench.ada)).toBe(second)
    expect(await next(bench.ada)).toBe('EX-2026-0001')
  })

  test('is over when a comment is withdrawn, and begins anew when it is given back', async () => {
    const number = await bench.post(['Here for a moment only.'])
    await bench.decide(number, { act: 'withhold', reason: 'off-topic' })
    expect((await bench.get(queue, bench.ada)).body).toContain('No comment is left to take')
    const other = await bench.post(['Here to stay.'])
    expect(await next(bench.ada)).toBe(other)
    await bench.send(`/comments/${other}/coding`, { act: 'give-back' }, bench.ada)
    expect(await next(bench.grace)).toBe(other)
  })

  test('goes to one of several who ask at once, and to two of them only where two are to read it', async () => {
    for (let at = 0; at < 12; at += 1) await bench.post([`Something of its own, number ${at}.`])
    const [eve, fay] = [await bench.hire('analyst'), await bench.hire('secretariat')]
    const readers = async () => {
      const { rows } = await sql<{ readers: number; wanted: number }>`
        select queued.wanted, (select count(*)::int from analysis.reading
          where reading.comment_id = queued.comment_id) as readers from analysis.queued`.execute(bench.db)
      return rows
    }
    for (const percent of [0, 50]) {
      await bench.share(percent)
      const all = [bench.ada, bench.grace, eve, fay]
      for (let round = 0; round < 20; round += 1) await Promise.all(all.map(next))
      for (const one of await readers()) expect(one.readers).toBe(one.wanted)
    }
  })
})
