import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countRankings } from './count-rankings.ts'
import type { Ballots } from './model.ts'

/** `2 > 1 = 3`: issue 2 first, then 1 and 3 level. */
function ballot(order: string, count = 1): Ballots {
  const ranked = order
    .split('>')
    .flatMap((tied, at) => tied.split('=').map((issue) => ({ issue: Number(issue), rank: at + 1 })))
  return { group: 'users', level: 'none', ranked, count }
}

const issues = [1, 2, 3]
const points = (...ballots: Ballots[]) =>
  Object.fromEntries(countRankings(ballots, issues).all.tallies.map((one) => [one.issue, one.points]))

describe('the Borda count', () => {
  test('gives full rankings the points of the textbook', () => {
    expect(points(ballot('1>2>3'))).toEqual({ 1: 2, 2: 1, 3: 0 })
    expect(points(ballot('1>2>3', 3), ballot('2>3>1', 2))).toEqual({ 1: 6, 2: 7, 3: 2 })
  })

  test('shares the points of tied places', () => {
    expect(points(ballot('1=2>3'))).toEqual({ 1: 1.5, 2: 1.5, 3: 0 })
  })

  test('takes unranked issues for level below the ranked, so that no ranking gives out more than another', () => {
    expect(points(ballot('2'))).toEqual({ 1: 0.5, 2: 2, 3: 0.5 })
    for (const order of ['1>2>3', '1=2=3', '3', '2=3'])
      expect(Object.values(points(ballot(order))).reduce((a, b) => a + b)).toBe(3)
  })

  test('does not care which numbers the ranks have, only in what order they are', () => {
    const ranked = [
      { issue: 3, rank: 40 },
      { issue: 1, rank: 7 },
    ]
    expect(points({ ...ballot('1'), ranked })).toEqual(points(ballot('1>3')))
  })

  test('counts first choices, shared ones for each', () => {
    const found = countRankings([ballot('1=2>3', 2), ballot('3')], issues).all.tallies
    expect(found.map(({ issue, first, ranked }) => [issue, first, ranked])).toEqual([
      [1, 2, 2],
      [2, 2, 2],
      [3, 1, 3],
    ])
  })

  test('a ranking of issues that were not asked is none', () => {
    expect(countRankings([ballot('9'), ballot('9>1', 4)], issues).all.ballots).toBe(4)
    expect(points(ballot('9'))).toEqual({ 1: 0, 2: 0, 3: 0 })
    expect(points(ballot('9>1'))).toEqual(points(ballot('1')))
  })

  test('is what comparing every pair of issues gives', () => {
    const many = [1, 2, 3, 4, 5, 6, 7]
    const ranked = fc.uniqueArray(
      fc.record({ issue: fc.integer({ min: 1, max: 9 }), rank: fc.integer({ min: 1, max: 4 }) }),
      {
        selector: ({ issue }) => issue,
      },
    )
    fc.assert(
      fc.property(ranked, (own) => {
        const { all } = countRankings([{ ...ballot('1'), ranked: own }], many)
        const named = own.some(({ issue }) => many.includes(issue))
        for (const { issue, points: given } of all.tallies)
          expect(given).toBe(named ? byPairs(own, issue, many) : 0)
      }),
    )
  })

  test('reads each of ten thousand rankings once, for all, by group and by level', () => {
    let read = 0
    const ballots = Array.from({ length: 10_000 }, (_, at): Ballots => {
      const { ranked } = ballot(['1>2>3', '3=2', '2>1'][at % 3] ?? '')
      const group = ['users', 'academia', 'government'][at % 3] ?? ''
      return {
        ...{ group, level: at % 2 === 0 ? 'none' : 'e-mail', count: 1 },
        get ranked() {
          read += 1
          return ranked
        },
      }
    })
    const found = countRankings(ballots, issues)
    expect(read).toBe(10_000)
    expect(found.all.ballots).toBe(10_000)
    const sum = (rankings: ReadonlyMap<string, typeof found.all>) =>
      [...rankings.values()].reduce((total, { ballots: one }) => total + one, 0)
    expect([sum(found.byGroup), sum(found.byLevel)]).toEqual([10_000, 10_000])
    expect(found.byGroup.get('users')?.tallies.map(({ issue }) => issue)).toEqual([1, 2, 3])
  })
})

/** The count as it is defined, pair by pair. */
function byPairs(ranked: Ballots['ranked'], issue: number, asked: readonly number[]): number {
  const place = (one: number) => ranked.find((own) => own.issue === one)?.rank ?? Number.POSITIVE_INFINITY
  const others = asked.filter((one) => one !== issue)
  return others.reduce(
    (sum, one) => sum + (place(one) > place(issue) ? 1 : place(one) === place(issue) ? 0.5 : 0),
    0,
  )
}
