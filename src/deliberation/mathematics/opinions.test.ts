import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../platform/random-from.ts'
import { crossTable } from './cross-table.ts'
import { foldVotes } from './fold-votes.ts'
import { countGroupVotes, countVote } from './group-votes.ts'
import { mapOpinions } from './map-opinions.ts'
import { logOf } from './testing.ts'

const mapOf = (rows: Parameters<typeof logOf>[0]) => mapOpinions(foldVotes(logOf(rows)))

/** Every number of a map, wherever it stands in it. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : []
}

/** Two camps: one agrees with the first half of the statements, the other with the second; a third of the votes are missing. */
function twoCamps(people: number, statements: number) {
  const random = randomFrom(1)
  const cast = (at: number): [string, string, number][] => {
    const [who, what] = [Math.floor(at / statements), at % statements]
    const likely = who % 2 === Number(what >= statements / 2) ? 1 : -1
    return random() < 0.33 ? [] : [[`${who}`, `${what}`, random() > 0.1 ? likely : 0]]
  }
  return Array.from({ length: people * statements }, (_, at) => at).flatMap(cast)
}

describe('votes', () => {
  test('count as they were cast last, by their time and then by their order', () => {
    const matrix = foldVotes(
      logOf([
        ['007', '10', 1, 5],
        ['7', '10', -1, 5],
        ['007', '10', -1, 4],
        ['007', '2', 1, 9],
        ['007', '2', 0, 9],
      ]),
    )
    expect(matrix).toMatchObject({ participants: ['007', '7'], statements: ['2', '10'] })
    const votes = [...matrix.value].map((value, at) => [
      matrix.statements[matrix.column[at] as number],
      value,
    ])
    expect(votes).toEqual([
      ['10', 1],
      ['2', 0],
      ['10', -1],
    ])
    expect([...matrix.start]).toEqual([0, 2, 3])
  })

  test('of somebody who is not listed, or that are none of the three, are refused', () => {
    expect(() => foldVotes({ ...logOf([['a', '1', 1]]), participants: [] })).toThrow('Vote 1 names somebody')
    expect(() => foldVotes(logOf([['a', '1', 3]]))).toThrow('neither agree, disagree nor pass')
  })

  test('count at once: one more, or a changed one, gives what counting all anew gives', () => {
    const matrix = foldVotes(logOf(twoCamps(10, 6)))
    const groups = Int32Array.from({ length: 10 }, (_, who) => who % 2)
    const counts = countGroupVotes(matrix, groups, 2)
    const [column, value] = [matrix.column[0] as number, matrix.value[0] as number]
    countVote(counts, 0, column, value, -1)
    countVote(counts, 0, column, -1, 1)
    const changed = { ...matrix, value: Int8Array.from(matrix.value, (one, at) => (at === 0 ? -1 : one)) }
    expect(counts).toEqual(countGroupVotes(changed, groups, 2))
  })
})

describe('a map of opinions', () => {
  test('finds two camps, what each stands for, and nothing that all agree on', () => {
    const map = mapOf(twoCamps(60, 12))
    expect(map.groups.centres.x).toHaveLength(2)
    const camps = [...map.groups.of].map((group, row) => [Number(map.participants[row]) % 2, group])
    const grouped = camps.filter(([, group]) => group !== -1)
    expect(grouped.length).toBeGreaterThan(45)
    expect(new Set(grouped.map(String)).size).toBe(2)
    const sides = map.representative.map((some) =>
      some.filter((one) => one.for === 'agree').map(({ statement }) => statement < 6),
    )
    expect(sides.map((some) => new Set(some).size)).toEqual([1, 1])
    expect(map.consensus).toEqual({ agree: [], disagree: [] })
    expect([...map.groups.stability].every((one) => one > 0.95)).toBe(true)
    expect(map.silhouette).toBeGreaterThan(0.7)
  })

  test('is bridged by the statement that both camps agree with', () => {
    const rows = twoCamps(60, 12)
    for (let who = 0; who < 60; who += 1) rows.push([`${who}`, '99', who % 7 === 0 ? 0 : 1])
    const map = mapOf(rows)
    const best = map.bridging.indexOf(Math.max(...map.bridging))
    expect(map.statements[best]).toBe('99')
    expect(map.consensus.agree.map(({ statement }) => map.statements[statement])).toEqual(['99'])
    expect(map.groupAwareConsensus.indexOf(Math.max(...map.groupAwareConsensus))).toBe(best)
  })

  test('neither turns round nor renumbers its groups when a few votes come in', () => {
    const rows = twoCamps(60, 12)
    const before = mapOf(rows)
    const later = mapOpinions(foldVotes(logOf([...rows, ['new', '0', 1], ['new', '1', -1], ['3', '4', 0]])), {
      previous: before,
    })
    expect([...later.groups.of.slice(0, 60)]).toEqual([...before.groups.of])
    expect(Math.sign(later.places.x[5] as number)).toBe(Math.sign(before.places.x[5] as number))
  })

  test('of nobody, of one, of people who all vote alike or pass, has an answer and no number that is none', () => {
    const cases = {
      nobody: [],
      'one vote': [['a', '1', 1]],
      'one person': [
        ['a', '1', 1],
        ['a', '2', -1],
      ],
      'all alike': ['a', 'b', 'c', 'd'].flatMap((who) => [[who, '1', 1] as const, [who, '2', -1] as const]),
      'all pass': ['a', 'b', 'c'].map((who) => [who, '1', 0] as const),
      'one statement': ['a', 'b', 'c', 'd'].map((who, at) => [who, '1', at % 2 ? 1 : -1] as const),
    } satisfies Record<string, Parameters<typeof logOf>[0]>
    for (const [name, rows] of Object.entries(cases)) {
      const map = mapOf(rows)
      expect({ name, odd: numbersOf(map).filter((one) => !Number.isFinite(one)) }).toEqual({ name, odd: [] })
    }
    expect(mapOf(cases['all alike']).groups.centres.x).toHaveLength(1)
    expect(mapOf(cases['all alike']).silhouette).toBe(0)
  })

  test('has a statement that nobody saw, and a participant who did not vote, in the middle', () => {
    const log = logOf(twoCamps(20, 6))
    const map = mapOpinions(
      foldVotes({
        ...log,
        participants: [...log.participants, 'silent'],
        statements: [...log.statements, '77'],
      }),
    )
    const [who, what] = [map.participants.indexOf('silent'), map.statements.indexOf('77')]
    expect([map.places.x[who], map.places.y[who], map.groups.of[who]]).toEqual([0, 0, -1])
    expect(map.centre[what]).toBe(0)
    expect(map.extremity[what]).toBeCloseTo(0, 12)
    expect(map.priorities[what]).toBeCloseTo((0.5 * 1 * 0.5 * 9) ** 2, 12)
  })

  test('holds whatever is voted: numbers are numbers, groups are numbered from 0 without gaps', () => {
    const vote = fc.tuple(fc.nat(12), fc.nat(8), fc.constantFrom(-1, 0, 1))
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 150 }), (votes) => {
        const map = mapOf(votes.map(([who, what, value]) => [`p${who}`, `${what}`, value]))
        expect(numbersOf(map).every(Number.isFinite)).toBe(true)
        const used = new Set([...map.groups.of].filter((group) => group >= 0))
        expect([...used].sort()).toEqual([...map.groups.centres.x.keys()].filter((group) => used.has(group)))
        expect(used.size).toBe(map.groups.centres.x.length)
      }),
      { numRuns: 300 },
    )
  })

  test('tells of very many how well groups that are given lie apart, without measuring each against each', () => {
    const votes = Array.from({ length: 30_000 }, (_, who): [string, string, number][] => {
      return ['1', '2'].map((what) => [`${who}`, what, who % 2 ? 1 : -1])
    })
    const matrix = foldVotes(logOf(votes.flat()))
    const groups = new Map(matrix.participants.map((id) => [id, Number(id) % 2]))
    expect(mapOpinions(matrix, { groups }).silhouette).toBeCloseTo(1, 9)
  })

  test('crosses opinion groups with declared ones', () => {
    const table = crossTable(Int32Array.of(0, 0, 1, -1, 1), Int32Array.of(0, 1, 1, 0, -1), [2, 2])
    expect(table).toEqual([
      [1, 1],
      [0, 1],
    ])
  })
})
