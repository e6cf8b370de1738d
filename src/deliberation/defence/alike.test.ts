import { describe, expect, test } from 'vitest'
import { foldVotes } from '../mathematics/fold-votes.ts'
import { mapOpinions } from '../mathematics/map-opinions.ts'
import { logOf } from '../mathematics/testing.ts'
import { atMost, logChanceOf } from './chance.ts'
import { findAlike } from './find-alike.ts'

type Said = readonly [string, string, number]

/** Numbers that look like chance, the same in each run (mulberry32). */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Two camps that vote their own way on every statement, each vote with this much of its own mind. */
function camps(people: number, statements: number, ownMind: number, seed = 1): Said[] {
  const random = chance(seed)
  return Array.from({ length: people }, (_, who) =>
    Array.from({ length: statements }, (_, what): Said => {
      const side = (what + (who % 2)) % 2 === 0 ? 1 : -1
      const value = random() >= ownMind ? side : random() < 0.5 ? -side : 0
      return [`p${who}`, `${what}`, value]
    }),
  ).flat()
}

const block = (people: number, vote: (statement: number, who: number) => number, statements: number) =>
  Array.from({ length: people }, (_, who) =>
    Array.from({ length: statements }, (_, what): Said => [`b${who}`, `${what}`, vote(what, who)]),
  ).flat()

function alikeIn(rows: readonly Said[]) {
  const matrix = foldVotes(logOf(rows))
  const found = findAlike(matrix, mapOpinions(matrix).groups.of)
  return found.map((one) => ({ ...one, who: one.rows.map((row) => matrix.participants[row] ?? '') }))
}

describe('people who vote alike', () => {
  test('are flagged where 200 gave the same twelve votes among 60 others', () => {
    const found = alikeIn([...camps(60, 12, 0.3), ...block(200, (what) => (what % 3) - 1, 12)])
    expect(found).toHaveLength(1)
    expect(found[0]?.who.filter((who) => who.startsWith('b'))).toHaveLength(200)
    expect(found[0]?.who.filter((who) => who.startsWith('p'))).toHaveLength(0)
    expect(found[0]).toMatchObject({ exact: 200, statements: Array.from({ length: 12 }, (_, at) => at) })
  })

  test('are flagged with those who changed one vote in twenty', () => {
    const random = chance(7)
    const noisy = (what: number) => (random() < 0.05 ? -1 : (what % 2) * 2 - 1 || 1)
    const found = alikeIn([
      ...camps(100, 20, 0.3),
      ...block(200, (what) => (what % 5 === 0 ? -1 : noisy(what)), 20),
    ])
    const bots = found.flatMap(({ who }) => who).filter((who) => who.startsWith('b'))
    expect(bots.length).toBeGreaterThan(180)
    expect(found.flatMap(({ who }) => who).filter((who) => who.startsWith('p')).length).toBeLessThan(2)
  })

  test('are a camp, not a block, where each camp votes its own way on eight statements', () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(alikeIn(camps(400, 8, 0.25, seed))).toEqual([])
  })

  test('are not flagged for two statements, on which everybody agrees', () => {
    expect(alikeIn(block(300, () => 1, 2))).toEqual([])
  })

  test('are not flagged where nobody else voted, or the others agree as well', () => {
    expect(alikeIn(block(300, () => 1, 12))).toEqual([])
    const others = camps(40, 12, 0).map(([who, what]): Said => [who, what, 1])
    expect(alikeIn([...others, ...block(30, () => 1, 12)])).toEqual([])
  })

  test('are not flagged for passing on everything', () => {
    expect(alikeIn([...camps(60, 12, 0.3), ...block(50, () => 0, 12)])).toEqual([])
  })

  test('are nobody where nobody voted, or one person did', () => {
    expect(alikeIn([])).toEqual([])
    expect(alikeIn(block(1, () => 1, 20))).toEqual([])
  })
})

describe('chance', () => {
  test('is never told smaller than it is', () => {
    // P(X ≥ 10) of a Poisson variable of mean 2 is 4.65e-5.
    expect(Math.exp(logChanceOf(10, 2))).toBeGreaterThan(4.65e-5)
    expect(logChanceOf(2, 2)).toBe(0)
  })

  test('of at most so many events is that of the binomial where they are equally likely', () => {
    expect(atMost([0.5, 0.5, 0.5], 1)).toBeCloseTo(0.5, 12)
    expect(atMost([0.1, 0.1], 0)).toBeCloseTo(0.81, 12)
    expect(atMost([], 0)).toBe(1)
  })
})
