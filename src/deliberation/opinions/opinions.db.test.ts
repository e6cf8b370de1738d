import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVoting } from '../voting/testing.ts'
import { computeMaps } from './compute-map.ts'

let bench: Awaited<ReturnType<typeof openVoting>>
beforeAll(async () => {
  bench = await openVoting()
  await bench.seed(
    bench.at,
    [...'abcdefgh'].map((letter) => `Claim ${letter} about how updates are given.`).join('\n'),
  )
})
afterAll(() => bench.house.close())

const compute = () => computeMaps(bench.house.services, (line) => expect(line).toBe(''))
const page = async () => (await bench.get(`${bench.at}/opinions`)).body
const map = async () => JSON.parse((await bench.get(`${bench.at}/opinions.json`)).body)

/** Votes of somebody new on the first eight statements. */
async function voteAll(words: (statement: number) => string) {
  const code = await bench.arrive()
  for (let statement = 1; statement <= 8; statement += 1) await bench.vote(statement, words(statement), code)
  return code
}

describe('what the votes show', () => {
  test('is nothing before somebody votes', async () => {
    expect(await compute()).toBe(0)
    expect(await page()).toContain('Nobody has voted yet')
    expect((await bench.get(`${bench.at}/opinions.json`)).statusCode).toBe(404)
  })

  test('are two camps, what each stands for, and what both agree on', async () => {
    for (let who = 0; who < 10; who += 1)
      await voteAll((statement) => {
        if (statement === 1) return 'agree'
        return (statement % 2 === 0) === who < 6 ? 'agree' : 'disagree'
      })
    expect(await compute()).toBe(1)
    const told = await map()
    expect(told).toMatchObject({ version: 1, voters: 10, votes: 80, agreed: { agree: [1] } })
    expect(told.groups.map(({ members }: { members: number }) => members).sort()).toEqual([4, 6])
    expect(told.bridges[0]).toBe(1)
    expect(told.divides).not.toContain(1)
    expect(told.uncertain).toEqual([])
    const html = await page()
    expect(html).toContain('10 people cast 80 votes on 8 statements.')
    expect(html).toContain('What group A stands for')
    expect(html).toContain('100% agree, 0% disagree')
    const csv = (await bench.get(`${bench.at}/opinions.csv`)).body
    expect(csv.split('\r\n').length + csv.split('\n').length).toBeGreaterThan(24)
  })

  test('are computed anew only when votes or statements change, with a version of their own', async () => {
    expect(await compute()).toBe(0)
    await bench.vote(1, 'disagree', await bench.arrive())
    expect(await compute()).toBe(1)
    expect(await map()).toMatchObject({ version: 2, voters: 11, votes: 81 })
  })

  test('says nothing of a statement that was withheld, even before it is computed anew', async () => {
    const moderator = await bench.house.signInAs({ role: 'moderator', process: bench.process })
    const before = await map()
    const gone = before.groups[0].stands[0].statement
    const text = before.statements.find(({ number }: { number: number }) => number === gone).text
    expect(await page()).toContain(text)
    await bench.house.post(
      `${bench.at}/statements/${gone}/decision`,
      { seen: 'posted', act: 'withhold', reason: 'off-topic' },
      moderator.cookie,
    )
    expect(await page()).not.toContain(text)
    expect(JSON.stringify(await map())).not.toContain(text)
    expect((await bench.get(`${bench.at}/opinions.csv`)).body).not.toContain(text)
  })

  test('tells of each declared group how it is spread, but of none that fewer than three declared', async () => {
    const declare = (group: string, most: number) =>
      sql`update deliberation.participant set stakeholder_group = ${group}
        where number in (select number from deliberation.participant where stakeholder_group is null order by number limit ${most})`.execute(
        bench.db,
      )
    await declare('users', 4)
    await declare('government', 2)
    expect(await compute()).toBe(1)
    const { declared } = await map()
    expect(declared).toEqual([
      { group: 'users', voters: 4, inGroups: expect.any(Array) },
      { group: null, voters: 7, inGroups: expect.any(Array) },
    ])
    expect(await page()).toContain('Declared by fewer than three who voted: Government')
    expect(await page()).not.toContain('than three who voted: Users')
  })
})
