import { describe, expect, test } from 'vitest'
import { kMeans } from './k-means.ts'
import { mapOpinions, type OpinionMap } from './map-opinions.ts'
import { marksOf } from './representativeness.ts'
import { silhouetteOf } from './silhouette.ts'
import { type Published, readPublished } from './testing.ts'

const CLOSE = 1e-9
const ids = (numbers: readonly number[]) => numbers.map(String)
const leftOut = (math: Published) => ({ moderatedOut: ids(math['mod-out']), meta: ids(math['meta-tids']) })

/** The largest difference; axes may be turned the other way round. */
function apart(ours: ArrayLike<number>, theirs: readonly number[]): number {
  expect(ours.length).toBe(theirs.length)
  return theirs.reduce((most, one, at) => Math.max(most, Math.abs((ours[at] ?? Number.NaN) - one)), 0)
}
const apartButForSign = (ours: ArrayLike<number>, theirs: readonly number[]) =>
  Math.min(
    apart(ours, theirs),
    apart(
      ours,
      theirs.map((one) => -one),
    ),
  )

for (const folder of ['25ptpt-3gp-no-strict-with-meta', 'above-100-ptpts']) {
  const published = readPublished(folder)
  describe.skipIf(!published)(`what Polis published of ${folder}`, () => {
    if (!published) return
    const { math, matrix, groups } = published
    const given = mapOpinions(matrix, { ...leftOut(math), groups })
    const ordered = matrix.statements.map((id) => math.tids.indexOf(Number(id)))
    const inOrder = (numbers: readonly number[]) => ordered.map((at) => numbers[at] ?? Number.NaN)

    test('is the same in its centre, axes, and where people and statements stand', () => {
      expect(matrix.statements).toEqual(ids([...math.tids].sort((a, b) => a - b)))
      expect(matrix.participants).toHaveLength(math.n)
      expect(
        apart(
          given.centre,
          inOrder(math.pca.center).map((one) => -one),
        ),
      ).toBeLessThan(CLOSE)
      for (const axis of [0, 1] as const) {
        expect(apartButForSign(given.components[axis], inOrder(math.pca.comps[axis]))).toBeLessThan(CLOSE)
        const along = axis === 0 ? given.statementPlaces.x : given.statementPlaces.y
        const theirs = inOrder(math.pca['comment-projection'][axis])
        expect(apartButForSign(along, theirs)).toBeLessThan(CLOSE)
      }
      expect(apart(given.extremity, inOrder(math.pca['comment-extremity']))).toBeLessThan(CLOSE)
      const { members, x, y } = math['base-clusters']
      const alone = [...members.keys()].filter((at) => members[at]?.length === 1)
      const rows = alone.map((at) => matrix.participants.indexOf(`${members[at]?.[0]}`))
      expect(alone.length).toBeGreaterThan(20)
      for (const [ours, theirs] of [
        [given.places.x, x],
        [given.places.y, y],
      ] as const)
        expect(
          apartButForSign(
            rows.map((row) => ours[row] ?? Number.NaN),
            alone.map((at) => theirs[at] ?? Number.NaN),
          ),
        ).toBeLessThan(CLOSE)
    })

    test('is the same in the votes of groups, consensus and priorities', () => {
      const { groupVotes, groupAwareConsensus, priorities } = given
      const place = (tid: string) => matrix.statements.indexOf(tid)
      for (const [group, { votes, 'n-members': members }] of Object.entries(math['group-votes'])) {
        expect(groupVotes.members[Number(group)]).toBe(members)
        for (const [tid, { A, D, S }] of Object.entries(votes)) {
          const at = Number(group) * matrix.statements.length + place(tid)
          expect([groupVotes.agree[at], groupVotes.disagree[at], groupVotes.seen[at]]).toEqual([A, D, S])
        }
      }
      const compared = [
        [math['group-aware-consensus'], groupAwareConsensus],
        [math['comment-priorities'], priorities],
      ] as const
      for (const [theirs, ours] of compared)
        expect(
          apart(
            Object.keys(theirs).map((tid) => ours[place(tid)] ?? Number.NaN),
            Object.values(theirs),
          ),
        ).toBeLessThan(CLOSE)
      for (const side of ['agree', 'disagree'] as const) {
        const ours = given.consensus[side]
        expect(ours.map(({ statement }) => Number(matrix.statements[statement]))).toEqual(
          math.consensus[side].map(({ tid }) => tid),
        )
        const numbers = ours.flatMap(({ successes, trials, pSuccess, pTest }) => [
          successes,
          trials,
          pSuccess,
          pTest,
        ])
        const theirs = math.consensus[side].flatMap((one) => [
          ...[one['n-success'], one['n-trials'], one['p-success'], one['p-test']],
        ])
        expect(apart(numbers, theirs)).toBeLessThan(CLOSE)
      }
    })

    test('is the same in what stands for each group', () => {
      const marks = marksOf(given.groupVotes)
      for (const [group, theirs] of Object.entries(math.repness)) {
        const ours = given.representative[Number(group)] ?? []
        const told = ours.map(({ statement, for: side }) => [Number(matrix.statements[statement]), side])
        expect(told).toEqual(theirs.map((one) => [one.tid, one['repful-for']]))
        for (const one of theirs) {
          const mark = marks[Number(group)]?.[matrix.statements.indexOf(`${one.tid}`)]?.[one['repful-for']]
          const numbers = [mark?.successes, mark?.trials, mark?.pSuccess, mark?.pTest, mark?.repness]
          const published = [one['n-success'], one['n-trials'], one['p-success'], one['p-test'], one.repness]
          expect(apart(numbers as number[], published)).toBeLessThan(CLOSE)
          // Published to seven places.
          expect(Math.abs((mark?.repnessTest ?? Number.NaN) - one['repness-test'])).toBeLessThan(1e-6)
        }
      }
    })

    test('keeps its groups where clustering starts from its centres', () => {
      const { id, members, x, y } = math['base-clusters']
      const weights = Float64Array.from(members, (some) => some.length)
      const centres = math['group-clusters'].map(({ center }) => center)
      const start = {
        x: Float64Array.from(centres, ([cx]) => cx),
        y: Float64Array.from(centres, ([, cy]) => cy),
      }
      const { labels } = kMeans({ x: Float64Array.from(x), y: Float64Array.from(y) }, weights, start)
      const published = id.map((base) =>
        math['group-clusters'].findIndex((one) => one.members.includes(base)),
      )
      expect([...labels]).toEqual(published)
    })

    test('is grouped no worse by us, and the same each time', () => {
      const grouped = ids(math['in-conv'])
      const own = mapOpinions(matrix, { ...leftOut(math), grouped })
      const again = mapOpinions(matrix, { ...leftOut(math), grouped })
      expect(again.groups).toEqual(own.groups)
      expect(silhouetteOver(own, grouped, own.groups.of)).toBeGreaterThanOrEqual(
        silhouetteOver(
          own,
          grouped,
          Int32Array.from(matrix.participants, (who) => groups.get(who) ?? -1),
        ),
      )
      const byRule = mapOpinions(matrix, leftOut(math))
      expect(byRule.silhouette).toBeGreaterThan(folder.startsWith('25') ? 0.445 : 0.397)
    })
  })
}

function silhouetteOver(
  { participants, places }: OpinionMap,
  grouped: readonly string[],
  of: Int32Array,
): number {
  const rows = Int32Array.from(grouped, (who) => participants.indexOf(who)).filter(
    (row) => (of[row] ?? -1) >= 0,
  )
  const at = (part: Float64Array) => Float64Array.from(rows, (row) => part[row] ?? 0)
  const labels = rows.map((row) => of[row] ?? 0)
  const points = { x: at(places.x), y: at(places.y) }
  return silhouetteOf(points, new Float64Array(rows.length).fill(1), labels, Math.max(...labels) + 1)
}
