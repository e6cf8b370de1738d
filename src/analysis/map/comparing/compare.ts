import type { IssueId } from '../../../processes/index.ts'
import { type Position, positions } from '../../coding/model.ts'
import { type Count, sum } from '../model.ts'

/** How many comments say so in the earlier round, and in the later one. */
export interface Change {
  position: Position
  before: number
  after: number
}

export interface GroupChange {
  group: string
  changes: readonly Change[]
}

export interface IssueChange {
  issue: IssueId
  groups: readonly GroupChange[]
  /** Groups that are heard in one of the rounds alone. */
  came: readonly string[]
  went: readonly string[]
}

const ofGroup = (counts: readonly Count[], group: string) => counts.filter((one) => one.group === group)

const saying = (counts: readonly Count[], position: Position) =>
  sum(
    counts.filter((one) => one.position === position),
    ({ comments }) => comments,
  )

/** What changed from one round to the next on each issue, for each group that is heard in either. */
export function compare(
  issues: readonly { id: IssueId }[],
  groups: readonly { slug: string }[],
  before: readonly Count[],
  after: readonly Count[],
): IssueChange[] {
  return issues.flatMap(({ id }) => {
    const [then, now] = [before, after].map((counts) => counts.filter(({ issue }) => issue === id)) as [
      Count[],
      Count[],
    ]
    const heard = groups.map(({ slug }) => slug).filter((slug) => ofGroup([...then, ...now], slug).length > 0)
    if (heard.length === 0) return []
    return {
      issue: id,
      groups: heard.map((group) => ({
        group,
        changes: positions.map((position) => ({
          position,
          before: saying(ofGroup(then, group), position),
          after: saying(ofGroup(now, group), position),
        })),
      })),
      came: heard.filter((group) => ofGroup(then, group).length === 0),
      went: heard.filter((group) => ofGroup(now, group).length === 0),
    }
  })
}
