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

/** How some of the senders ranked the issues. */
export interface Ranking {
  ballots: number
  tallies: Tally[]
}

export interface Rankings {
  all: Ranking
  byGroup: ReadonlyMap<string, Ranking>
  byLevel: ReadonlyMap<string, Ranking>
}

/** A proposed issue goes by its answer and the paragraph it begins with, whose number no redaction changes. */
export interface ProposalKey {
  answer: AnswerId
  paragraph: number
}

export const keyOf = ({ answer, paragraph }: ProposalKey): string => `${answer}.${paragraph}`

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
  /** Whether it is about an issue that was asked, or about proposals. */
  subject: 'asked' | 'proposed'
  /** Those of the proposals that were not erased since. */
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
  const decided = Map.groupBy(
    decisions.flatMap((decision) => decision.about.map((one) => ({ decision, key: keyOf(one) }))),
    ({ key }) => key,
  )
  const byTopic = Map.groupBy(proposals, (one) => groups.get(keyOf(one))?.id ?? keyOf(one))
  return [...byTopic.values()].map((own) => {
    const group = own[0] && groups.get(keyOf(own[0]))
    const about = own.flatMap((one) => decided.get(keyOf(one)) ?? []).map(({ decision }) => decision)
    return {
      group: group && { id: group.id, title: group.title },
      proposals: own,
      decisions: [...new Set(about)].sort(byTime),
    }
  })
}

const byTime = (a: IssueDecision, b: IssueDecision) =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)

/** Decisions about proposals of which none stands there any more; the oldest first. */
export function decisionsOnGone(
  proposals: readonly Proposal[],
  decisions: readonly IssueDecision[],
): IssueDecision[] {
  const there = new Set(proposals.map(keyOf))
  return decisions.filter(
    ({ subject, about }) => subject === 'proposed' && !about.some((one) => there.has(keyOf(one))),
  )
}
