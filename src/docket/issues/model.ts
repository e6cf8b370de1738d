import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/model.ts'
import type { RequestId } from '../../requests/model.ts'
import type { Ranked } from '../comments/issue-answer/model.ts'
import type { AnswerId, CommentId, Verification } from '../comments/model.ts'

export type IssueDecisionId = Id<'issue-decision'>
export type ProposalGroupId = Id<'proposal-group'>

/** How far the senders of a count are confirmed; those who are shown without a name stand apart. */
export const levels = ['organisation', 'e-mail', 'none', 'without-name'] as const
export type Level = Verification | 'without-name'

/** Rankings that say the same, from senders of one stakeholder group and one level. */
export interface Ballots {
  group: string
  level: Level
  ranked: readonly Ranked[]
  count: number
}

/** How one issue fared. */
export interface Tally {
  issue: number
  points: number
  /** On how many rankings it stands first, alone or with others. */
  first: number
  /** On how many rankings it stands at all. */
  ranked: number
}

function pointsOn(ranks: ReadonlyMap<number, number>, issue: number, issues: readonly number[]): number {
  const place = (one: number) => ranks.get(one) ?? Number.POSITIVE_INFINITY
  const own = place(issue)
  const others = issues.filter((one) => one !== issue)
  const below = others.filter((one) => place(one) > own).length
  const level = others.filter((one) => place(one) === own).length
  return below + level / 2
}

/** A ranking counts with the issues that were asked; one that names none of them is none. */
function ranksOf({ ranked }: Ballots, issues: readonly number[]): ReadonlyMap<number, number> {
  return new Map(ranked.filter(({ issue }) => issues.includes(issue)).map(({ issue, rank }) => [issue, rank]))
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
 * `issues` are the numbers asked; the answer is in points, the highest first, then by number.
 */
export function bordaCount(ballots: readonly Ballots[], issues: readonly number[]): Tally[] {
  const counted = ballots.map((one) => ({ count: one.count, ranks: ranksOf(one, issues) }))
  const cast = counted.filter(({ ranks }) => ranks.size > 0)
  return issues
    .map((issue) => ({
      issue,
      points: sum(cast, ({ ranks }) => pointsOn(ranks, issue, issues)),
      first: sum(cast, ({ ranks }) => (ranks.get(issue) === Math.min(...ranks.values()) ? 1 : 0)),
      ranked: sum(cast, ({ ranks }) => (ranks.has(issue) ? 1 : 0)),
    }))
    .sort((a, b) => b.points - a.points || a.issue - b.issue)
}

function sum<One extends { count: number }>(all: readonly One[], worth: (one: One) => number): number {
  return all.reduce((total, one) => total + one.count * worth(one), 0)
}

/** How many rankings count. */
export function countBallots(ballots: readonly Ballots[], issues: readonly number[]): number {
  return ballots.filter((one) => ranksOf(one, issues).size > 0).reduce((sum, { count }) => sum + count, 0)
}

/** A proposed issue goes by its answer and its place there, counted from 1. */
export interface ProposalKey {
  answer: AnswerId
  position: number
}

export const keyOf = ({ answer, position }: ProposalKey): string => `${answer}.${position}`

/** What a moderator left standing of a proposed issue, and whose comment it is in. */
export interface Proposal extends ProposalKey {
  comment: string
  commentId: CommentId
  request: RequestId
  sentAt: Instant
  group: string
  level: Level
  language: string
  title: string
  why: string
}

export const outcomes = ['taken-up', 'merged', 'not-taken-up', 'deferred'] as const
export type Outcome = (typeof outcomes)[number]

/** The convenor's decision, with the reason. */
export interface IssueDecision {
  id: IssueDecisionId
  outcome: Outcome
  /** The issue that was made, that others were merged into, or that it is about. */
  issue: { id: IssueId; number: number; title: string } | undefined
  reason: string
  at: Instant
  /** Empty where it is about an issue that was asked. */
  about: readonly ProposalKey[]
}

/** Proposals that the convenor put together under one heading, or one that stands alone. */
export interface Topic {
  group: { id: ProposalGroupId; title: string } | undefined
  proposals: readonly Proposal[]
  /** The oldest first; the last holds. */
  decisions: readonly IssueDecision[]
}

export interface Grouped extends ProposalKey {
  id: ProposalGroupId
  title: string
}

/** Topics in the order in which they were first proposed. */
export function topicsOf(
  proposals: readonly Proposal[],
  grouped: readonly Grouped[],
  decisions: readonly IssueDecision[],
): Topic[] {
  const groups = new Map(grouped.map((one) => [keyOf(one), one]))
  const byTopic = Map.groupBy(proposals, (one) => groups.get(keyOf(one))?.id ?? keyOf(one))
  return [...byTopic.values()].map((own) => {
    const keys = new Set(own.map(keyOf))
    const group = own[0] && groups.get(keyOf(own[0]))
    return {
      group: group && { id: group.id, title: group.title },
      proposals: own,
      decisions: decisions.filter(({ about }) => about.some((one) => keys.has(keyOf(one)))),
    }
  })
}
