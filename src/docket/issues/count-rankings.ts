import type { Ranked } from '../comments/issue-answer/model.ts'
import type { Ballots, Ranking, Rankings, Tally } from './model.ts'

type Worth = Omit<Tally, 'issue'>

/** Half a point for every other one that stands level. */
const shared = (level: number) => (level - 1) / 2

const nothing = (): Worth => ({ points: 0, first: 0, ranked: 0 })

/** What one ranking gives to each asked issue; nothing where it names none of them. O(n log n) for n issues. */
function worthOf(
  ranked: readonly Ranked[],
  asked: ReadonlySet<number>,
): ReadonlyMap<number, Worth> | undefined {
  const own = ranked.filter(({ issue }) => asked.has(issue)).sort((a, b) => a.rank - b.rank)
  if (own.length === 0) return undefined
  const ties = [...Map.groupBy(own, ({ rank }) => rank).values()]
  const worth = new Map<number, Worth>()
  let below = asked.size
  for (const [place, tied] of ties.entries()) {
    below -= tied.length
    for (const { issue } of tied)
      worth.set(issue, { points: below + shared(tied.length), first: place === 0 ? 1 : 0, ranked: 1 })
  }
  const unranked = { ...nothing(), points: shared(below) }
  for (const issue of asked) if (!worth.has(issue)) worth.set(issue, unranked)
  return worth
}

function add(ranking: Ranking, worth: ReadonlyMap<number, Worth>, count: number): void {
  ranking.ballots += count
  for (const tally of ranking.tallies) {
    const own = worth.get(tally.issue) ?? nothing()
    tally.points += count * own.points
    tally.first += count * own.first
    tally.ranked += count * own.ranked
  }
}

/**
 * The Borda count with ties and partial rankings, in its pairwise form: on each ranking an issue gets one point for
 * every asked issue that stands below it and half a point for every one that stands level with it; all unranked issues
 * stand level with one another below the ranked. For n issues every ranking so gives out n(n − 1)/2 points, whether
 * full or partial, so that nobody weighs more by ranking less or more.
 *
 * points(i) = Σ over rankings of (|{j below i}| + ½ |{j level with i}|)
 *
 * J.-C. de Borda, Mémoire sur les élections au scrutin (1784); the pairwise form with ties: D. Black, Partial
 * justification of the Borda count, Public Choice 28 (1976).
 *
 * `issues` are the numbers asked; the answer is in points, the highest first, then by number. Each ranking is read
 * once, for all three ways of counting.
 */
export function countRankings(ballots: Iterable<Ballots>, issues: readonly number[]): Rankings {
  const asked = new Set(issues)
  const empty = (): Ranking => ({ ballots: 0, tallies: [...asked].map((issue) => ({ issue, ...nothing() })) })
  const found = { all: empty(), byGroup: new Map<string, Ranking>(), byLevel: new Map<string, Ranking>() }
  const of = (rankings: Map<string, Ranking>, name: string): Ranking => {
    const ranking = rankings.get(name) ?? empty()
    rankings.set(name, ranking)
    return ranking
  }
  for (const { ranked, group, level, count } of ballots) {
    const worth = worthOf(ranked, asked)
    if (!worth) continue
    for (const ranking of [found.all, of(found.byGroup, group), of(found.byLevel, level)])
      add(ranking, worth, count)
  }
  for (const { tallies } of [found.all, ...found.byGroup.values(), ...found.byLevel.values()])
    tallies.sort((a, b) => b.points - a.points || a.issue - b.issue)
  return found
}
