import { crossTable } from '../mathematics/cross-table.ts'
import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { countGroupVotes, type GroupVotes } from '../mathematics/group-votes.ts'
import type { OpinionMap } from '../mathematics/map-opinions.ts'
import { dotsOf } from './dots.ts'
import type { Declared, FoundGroup, Opinions, Voted } from './model.ts'

const FEW_VOTES = 7
const MOST = 5
const FEW_PEOPLE = 3
/** From this share of the way on, a statement bridges or divides. */
const BRIDGES = 0.6
const DIVIDES = 0.3

/**
 * What pages tell of a map, by the numbers of statements.
 * @param declaredOf the stakeholder group of each participant by id; who declared none is missing
 */
export function sumUp(
  matrix: VoteMatrix,
  map: OpinionMap,
  declaredOf: ReadonlyMap<string, string>,
): Opinions {
  const numbers = map.statements.map(Number)
  const everybody = countGroupVotes(matrix, new Int32Array(map.participants.length), 1)
  const all = votedOf(everybody, 0, numbers)
  const known = all.flatMap(({ seen }, at) => (seen >= FEW_VOTES ? [at] : []))
  const numberOf = (at: number) => numbers[at] ?? 0
  return {
    ...{ voters: map.participants.length, votes: map.votes, all, dots: dotsOf(map) },
    groups: groupsOf(map, numbers),
    agreed: {
      agree: map.consensus.agree.map(({ statement }) => numberOf(statement)),
      disagree: map.consensus.disagree.map(({ statement }) => numberOf(statement)),
    },
    bridges: most(known, (at) => map.bridging[at] ?? 0, BRIDGES).map(numberOf),
    divides: most(known, (at) => gapOf(map.groupVotes, at), DIVIDES).map(numberOf),
    uncertain: all.flatMap(({ seen, statement }) => (seen < FEW_VOTES ? [statement] : [])),
    declared: declaredIn(map, declaredOf),
  }
}

const votedOf = (
  { statements, agree, disagree, seen }: GroupVotes,
  group: number,
  numbers: readonly number[],
) =>
  numbers.map((statement, at): Voted => {
    const place = group * statements + at
    return {
      ...{ statement, agree: agree[place] as number },
      ...{ disagree: disagree[place] as number, seen: seen[place] as number },
    }
  })

function groupsOf(
  { groups, groupVotes, representative }: OpinionMap,
  numbers: readonly number[],
): FoundGroup[] {
  return representative.map((stands, group) => {
    const votes = votedOf(groupVotes, group, numbers)
    return {
      members: groupVotes.members[group] as number,
      sure: groups.stability[group] as number,
      place: [groups.centres.x[group] as number, groups.centres.y[group] as number],
      stands: stands.flatMap(({ statement, for: side }) => {
        const voted = votes[statement]
        return voted ? [{ ...voted, for: side }] : []
      }),
      votes,
    }
  })
}

/** The first few of these by what is measured of them, and nothing that measures too little. */
const most = (places: readonly number[], measure: (at: number) => number, least: number): number[] =>
  places
    .filter((at) => measure(at) >= least)
    .sort((one, other) => measure(other) - measure(one))
    .slice(0, MOST)

/** How far the group that agrees most is from the one that agrees least: the difference of their shares. */
function gapOf({ groups, statements, agree, seen }: GroupVotes, statement: number): number {
  const shares = Array.from({ length: groups }, (_, group) => {
    const at = group * statements + statement
    return ((agree[at] as number) + 1) / ((seen[at] as number) + 2)
  })
  return groups < 2 ? 0 : Math.max(...shares) - Math.min(...shares)
}

/** A group that fewer than three declared is counted with those who declared none: nobody is told by it. */
function declaredIn(
  { participants, groups }: OpinionMap,
  declaredOf: ReadonlyMap<string, string>,
): Declared[] {
  const said = Map.groupBy(participants, (id) => declaredOf.get(id))
  const slugs = [...said.keys()].filter((slug) => slug !== undefined).sort()
  const shown = slugs.filter((slug) => (said.get(slug)?.length ?? 0) >= FEW_PEOPLE)
  const kinds: (string | null)[] = [...shown, null]
  const places = new Map(kinds.map((slug, at) => [slug, at]))
  const rest = shown.length
  const declared = Int32Array.from(participants, (id) => places.get(declaredOf.get(id) ?? null) ?? rest)
  const count = groups.centres.x.length
  const table = crossTable(groups.of, declared, [count, kinds.length])
  return kinds.flatMap((group, kind) => {
    const voters = declared.reduce((sum, one) => sum + Number(one === kind), 0)
    const inGroups = table.map((row) => row[kind] ?? 0)
    return voters > 0 ? [{ group, voters, inGroups }] : []
  })
}
