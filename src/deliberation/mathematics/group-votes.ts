import type { VoteMatrix } from './fold-votes.ts'

/** Votes of groups on statements; each of shape (groups × statements,), row by row. */
export interface GroupVotes {
  groups: number
  statements: number
  /** How many are in each group, of shape (groups,). */
  members: Float64Array
  agree: Float64Array
  disagree: Float64Array
  /** All who voted: agree, disagree and pass. */
  seen: Float64Array
}

/**
 * Counts the votes of each group.
 * @param groupOf the group of each participant from 0, or -1 for none, of shape (participants,)
 */
export function countGroupVotes(
  { statements, start, column, value }: VoteMatrix,
  groupOf: Int32Array,
  groups: number,
): GroupVotes {
  const counts = emptyVotes(groups, statements.length)
  for (let row = 0; row + 1 < start.length; row += 1) {
    const group = groupOf[row] as number
    if (group < 0) continue
    counts.members[group] = (counts.members[group] as number) + 1
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1)
      countVote(counts, group, column[at] as number, value[at] as number, 1)
  }
  return counts
}

export function emptyVotes(groups: number, statements: number): GroupVotes {
  const [agree, disagree, seen] = [0, 1, 2].map(() => new Float64Array(groups * statements)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return { groups, statements, members: new Float64Array(groups), agree, disagree, seen }
}

/**
 * Counts a vote at once as it comes, or takes it back: a changed vote is the old one taken back and the new one counted.
 * @param vote 1 agree, -1 disagree, 0 pass
 * @param times 1 to count it, -1 to take it back
 */
export function countVote(
  counts: GroupVotes,
  group: number,
  statement: number,
  vote: number,
  times: 1 | -1,
): void {
  const at = group * counts.statements + statement
  counts.seen[at] = (counts.seen[at] as number) + times
  if (vote > 0) counts.agree[at] = (counts.agree[at] as number) + times
  if (vote < 0) counts.disagree[at] = (counts.disagree[at] as number) + times
}

/** The votes of all groups together, as of one group. */
export function together(counts: GroupVotes): GroupVotes {
  const all = emptyVotes(1, counts.statements)
  all.members[0] = counts.members.reduce((sum, one) => sum + one, 0)
  for (const name of ['agree', 'disagree', 'seen'] as const)
    for (const [at, count] of counts[name].entries()) {
      const one = at % counts.statements
      all[name][one] = (all[name][one] as number) + count
    }
  return all
}
