import type { Instant } from '../../platform/time.ts'
import { type Arrivals, examine, leaveOut } from '../defence/examine.ts'
import { type Finding, flaggedOf, type Judgment, judge } from '../defence/model.ts'
import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { mapOpinions } from '../mathematics/map-opinions.ts'
import type { CountingVotes } from '../voting/exporting/store.ts'
import { matrixOf } from './matrix-of.ts'
import type { Opinions } from './model.ts'
import { previousOf, type Start, startOf } from './start.ts'
import { sumUp } from './sum-up.ts'

/** All that a map is computed from. */
export interface Given {
  votes: CountingVotes
  start: Start | undefined
  /** The stakeholder group of each participant by id; who declared none is missing. */
  declaredOf: ReadonlyMap<string, string>
  arrivals: Arrivals
  judgments: readonly Judgment[]
  /** What looked coordinated when the map before this was computed. */
  before: readonly Finding[]
  /** When voting opened. */
  opens: Instant
}

export interface Computed {
  result: Opinions
  /** The same without who is flagged, where somebody is. */
  without: Opinions | undefined
  start: Start
  findings: Finding[]
}

/** What the votes come to, with and without who is flagged; the same votes always come to the same. */
export function computeOpinions({ votes, start, declaredOf, ...given }: Given): Computed {
  const matrix = matrixOf(votes)
  const map = mapOpinions(matrix, { previous: start && previousOf(start) })
  const findings = findingsOf(matrix, map.groups.of, given)
  const flagged = flaggedOf(judge(findings, given.judgments))
  const result = sumUp(matrix, map, declaredOf)
  const without = flagged.size > 0 ? withoutThem(leaveOut(matrix, flagged)) : undefined
  return { result, without, start: startOf(map), findings }

  /** On the same axes, so that the two can be laid side by side. */
  function withoutThem(rest: VoteMatrix) {
    return sumUp(rest, mapOpinions(rest, { previous: map }), declaredOf)
  }
}

/** What looks coordinated now; of networks what was found before, once nobody can tell them any more. */
function findingsOf(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  { arrivals, before, opens }: Pick<Given, 'arrivals' | 'before' | 'opens'>,
): Finding[] {
  const found = examine(matrix, groupOf, arrivals, opens)
  if (arrivals.networks.some((network) => network !== null)) return found
  return [...found, ...before.filter(({ kind }) => kind === 'network')]
}
