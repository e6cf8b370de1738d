import { bridgingOf } from './bridging.ts'
import { centredVotes, centreOf, zeroedOf } from './centre.ts'
import { alongside, type Components, componentsOf } from './components.ts'
import { type Consensus, consensusOf, groupAwareConsensusOf } from './consensus.ts'
import type { VoteMatrix } from './fold-votes.ts'
import { findGroups, type GroupedPeople, givenGroups } from './group-people.ts'
import { countGroupVotes, type GroupVotes, together } from './group-votes.ts'
import { priorityOf } from './priority.ts'
import { extremityOf, type Points, projectParticipants, projectStatements } from './project.ts'
import { type Representative, representativeOf } from './representative.ts'
import { marksOf } from './representativeness.ts'
import { scatterOf } from './scatter.ts'

export interface MapOptions {
  /** Ids of statements that were moderated out, and of those about the people rather than the question. */
  moderatedOut?: Iterable<string>
  meta?: Iterable<string>
  /** Who is put into groups, by id: as given, or by Polis' rule. */
  grouped?: Iterable<string> | undefined
  /** A membership that is given: statistics are of it, and no groups are looked for. By participant id, from 0. */
  groups?: ReadonlyMap<string, number> | undefined
  /** The run before, from which groups and axes start, so that neither jumps. */
  previous?: Pick<OpinionMap, 'components' | 'statements' | 'groups'> | undefined
}

/** Of n participants, s statements and g groups. */
export interface OpinionMap extends GroupedPeople {
  participants: readonly string[]
  statements: readonly string[]
  votes: number
  /** Mean votes, of shape (s,). */
  centre: Float64Array
  components: Components
  /** Of shape (n,). */
  places: Points
  /** Of shape (s,). */
  statementPlaces: Points
  extremity: Float64Array
  groupVotes: GroupVotes
  /** By group. */
  representative: Representative[][]
  /** Of shape (s,). */
  groupAwareConsensus: Float64Array
  bridging: Float64Array
  priorities: Float64Array
  consensus: Consensus
}

/** The whole of it: where people and statements stand, which groups vote alike, and what each stands for. */
export function mapOpinions(matrix: VoteMatrix, options: MapOptions = {}): OpinionMap {
  const { participants, statements } = matrix
  const [moderatedOut, meta] = [
    zeroedOf(matrix, options.moderatedOut ?? []),
    zeroedOf(matrix, options.meta ?? []),
  ]
  const zeroed = moderatedOut.map((out, at) => out | (meta[at] as number))
  const centre = centreOf(matrix, zeroed)
  const votes = centredVotes(matrix, centre, zeroed)
  const found = componentsOf(scatterOf(matrix, votes), statements.length)
  const components = alongside(found, statements, options.previous)
  const places = projectParticipants(matrix, votes, zeroed, components)
  const statementPlaces = projectStatements(centre, zeroed, components)
  const extremity = extremityOf(statementPlaces)
  const people = options.groups
    ? givenGroups(participants, places, options.groups)
    : findGroups(matrix, places, { grouped: options.grouped, previous: options.previous?.groups })
  const { of, centres } = people.groups
  const groupVotes = countGroupVotes(matrix, of, centres.x.length)
  const everybody = countGroupVotes(matrix, new Int32Array(participants.length), 1)
  return {
    ...{ participants, statements, votes: matrix.value.length, centre, components, places },
    ...{ statementPlaces, extremity, ...people, groupVotes },
    representative: marksOf(groupVotes).map((marks) => representativeOf(marks, moderatedOut)),
    groupAwareConsensus: groupAwareConsensusOf(groupVotes),
    bridging: bridgingOf(groupVotes, centres),
    priorities: prioritiesOf(together(groupVotes), extremity, meta),
    consensus: consensusOf(everybody, zeroed),
  }
}

function prioritiesOf({ agree, disagree, seen }: GroupVotes, extremity: Float64Array, meta: Uint8Array) {
  return extremity.map((far, at) => {
    const [agreed, voted] = [agree[at] as number, seen[at] as number]
    const pass = voted - agreed - (disagree[at] as number)
    return priorityOf({ agree: agreed, pass, seen: voted }, far, meta[at] === 1)
  })
}
