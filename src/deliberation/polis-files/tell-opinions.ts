import type { Agreed } from '../mathematics/consensus.ts'
import type { OpinionMap } from '../mathematics/map-opinions.ts'
import type { Points } from '../mathematics/project.ts'
import type { Representative } from '../mathematics/representative.ts'

const byId = <T>(ids: readonly string[], value: (at: number) => T): Record<string, T> =>
  Object.fromEntries(ids.map((id, at) => [id, value(at)]))

const pointOf = ({ x, y }: Points, at: number): [number, number] => [x[at] ?? 0, y[at] ?? 0]

const agreed =
  (statements: readonly string[]) =>
  ({ statement, successes, trials, pSuccess, pTest }: Agreed) => ({
    tid: statements[statement],
    ...{ 'n-success': successes, 'n-trials': trials, 'p-success': pSuccess, 'p-test': pTest },
  })

const stands =
  (statements: readonly string[]) =>
  ({ repness, repnessTest, for: side, bestAgree, ...rest }: Representative) => ({
    ...agreed(statements)(rest),
    ...{ repness, 'repness-test': repnessTest, 'repful-for': side },
    ...(bestAgree ? { 'best-agree': true, 'n-agree': rest.successes } : {}),
  })

function votesOf({ groupVotes: { agree, disagree, seen, members }, statements }: OpinionMap, group: number) {
  const from = group * statements.length
  return {
    'n-members': members[group] ?? 0,
    votes: byId(statements, (at) => ({
      ...{ A: agree[from + at] ?? 0, D: disagree[from + at] ?? 0, S: seen[from + at] ?? 0 },
    })),
  }
}

/** The members of each group, in the order of the participants. */
function membersOf({ participants, groups: { of, centres } }: OpinionMap): string[][] {
  const members = Array.from({ length: centres.x.length }, (): string[] => [])
  for (const [at, group] of of.entries()) members[group]?.push(participants[at] ?? '')
  return members
}

/**
 * A map of opinions under the ids that people know, in the names that Polis gives its numbers: centre and components by
 * `statementIds`, all else by id.
 * @param labels what the groups are called, where they were given
 */
export function tellOpinions(
  map: OpinionMap,
  moderatedOut: readonly string[],
  labels?: readonly (string | number)[],
) {
  const { participants, statements, centre, components, groups, consensus } = map
  const members = membersOf(map)
  const labelOf = (group: number) => labels?.[group] ?? group
  const byGroup = <T>(value: (group: number) => T) =>
    Object.fromEntries(members.map((_, group) => [String(labelOf(group)), value(group)]))
  return {
    ...{ participants: participants.length, statements: statements.length, votes: map.votes },
    ...{ statementIds: statements, moderatedOut },
    pca: { center: [...centre], components: components.map((one) => [...one]) },
    participantProjection: byId(participants, (at) => pointOf(map.places, at)),
    statementProjection: byId(statements, (at) => pointOf(map.statementPlaces, at)),
    extremity: byId(statements, (at) => map.extremity[at] ?? 0),
    groups: members.map((own, group) => ({
      ...{ id: labelOf(group), members: own, center: pointOf(groups.centres, group) },
    })),
    silhouette: map.silhouette,
    groupVotes: byGroup((group) => ({ id: labelOf(group), ...votesOf(map, group) })),
    representative: byGroup((group) => (map.representative[group] ?? []).map(stands(statements))),
    groupAwareConsensus: byId(statements, (at) => map.groupAwareConsensus[at] ?? 0),
    consensus: {
      agree: consensus.agree.map(agreed(statements)),
      disagree: consensus.disagree.map(agreed(statements)),
    },
    priorities: byId(statements, (at) => map.priorities[at] ?? 0),
  }
}
