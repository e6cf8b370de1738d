import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { type Ballots, bordaCount, countBallots, type Proposal, topicsOf } from './model.ts'

/** `2 > 1 = 3`: issue 2 first, then 1 and 3 level. */
function ballot(order: string, count = 1): Ballots {
  const ranked = order
    .split('>')
    .flatMap((tied, at) => tied.split('=').map((issue) => ({ issue: Number(issue), rank: at + 1 })))
  return { group: 'users', level: 'none', ranked, count }
}

const issues = [1, 2, 3]
const points = (...ballots: Ballots[]) =>
  Object.fromEntries(bordaCount(ballots, issues).map((one) => [one.issue, one.points]))

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
    const found = bordaCount([ballot('1=2>3', 2), ballot('3')], issues)
    expect(found.map(({ issue, first, ranked }) => [issue, first, ranked])).toEqual([
      [1, 2, 2],
      [2, 2, 2],
      [3, 1, 3],
    ])
  })

  test('a ranking of issues that were not asked is none', () => {
    expect(countBallots([ballot('9'), ballot('9>1', 4)], issues)).toBe(4)
    expect(points(ballot('9'))).toEqual({ 1: 0, 2: 0, 3: 0 })
    expect(points(ballot('9>1'))).toEqual(points(ballot('1')))
  })
})

test('proposals that were put together are one topic, and each is still there', () => {
  const at = new Date(0)
  const proposal = (title: string): Proposal => ({
    answer: newId<'answer'>(1),
    position: 1,
    comment: 'X-1',
    commentId: newId<'comment'>(1),
    request: newId<'request'>(1),
    sentAt: at,
    group: 'users',
    level: 'none',
    language: 'en',
    title,
    why: '',
  })
  const [routers, parts, again] = [proposal('Routers'), proposal('Spare parts'), proposal('Old routers')]
  const id = newId<'proposal-group'>(1)
  const grouped = [routers, again].map((one) => ({ ...one, id, title: 'Routers without a maker' }))
  const topics = topicsOf([routers, parts, again], grouped, [])
  expect(topics.map(({ group, proposals }) => [group?.title, proposals.map((one) => one.title)])).toEqual([
    ['Routers without a maker', ['Routers', 'Old routers']],
    [undefined, ['Spare parts']],
  ])
})
